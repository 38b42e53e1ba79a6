package org.chancery.deadline.web;

import java.time.Instant;
import java.util.List;
import org.chancery.deadline.RuleTables;
import org.chancery.deadline.StatutoryTerm;
import org.chancery.deadline.TableName;
import org.chancery.deadline.TableVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The statutory terms in force; they are changed on a page, by lawyers. */
@RestController
class TableController {

  private final RuleTables tables;

  TableController(RuleTables tables) {
    this.tables = tables;
  }

  /**
   * The terms with the version of their table.
   *
   * @param version the number of the version
   * @param checksum SHA-256 of its text
   * @param validFrom from when on it is in force
   * @param appliedBy the account that applied it
   * @param confirmedBy the account that confirmed it
   * @param items its rows
   */
  record Terms(
      int version,
      String checksum,
      @Nullable Instant validFrom,
      @Nullable String appliedBy,
      @Nullable String confirmedBy,
      List<StatutoryTerm> items) {

    static Terms of(TableVersion inForce, List<StatutoryTerm> rows) {
      return new Terms(
          inForce.number(),
          inForce.text().checksum(),
          inForce.validFrom(),
          by(inForce.applied()),
          by(inForce.confirmed()),
          rows);
    }

    private static @Nullable String by(TableVersion.@Nullable Act act) {
      return act == null ? null : act.by();
    }
  }

  @GetMapping("/api/statutory-deadlines")
  Terms terms() {
    return Terms.of(tables.inForce(TableName.STATUTORY_TERMS), tables.terms());
  }
}
