package org.chancery.deadline;

import java.util.List;
import org.chancery.calendar.MalformedTable;
import org.springframework.core.io.Resource;

/**
 * The tables that a lawyer keeps and that judging goes by, as they stood at one moment.
 *
 * @param thresholds from how many days on a rule speaks, and how much its finding matters
 */
public record Tables(Thresholds thresholds) {

  /**
   * The tables as this release of the program brings them along.
   *
   * @throws MalformedTable when one is malformed
   */
  static Tables shipped(List<Rule> catalogue) {
    Resource thresholds = TableName.THRESHOLDS.shipped().as(TableName.THRESHOLDS.file());
    return new Tables(Thresholds.read(thresholds, catalogue));
  }

  /**
   * These, with the text in the place of the table.
   *
   * @throws MalformedTable when it is malformed
   */
  Tables with(TableName table, TableText text, List<Rule> catalogue) {
    Resource file = text.as(table.file());
    return switch (table) {
      case THRESHOLDS -> new Tables(Thresholds.read(file, catalogue));
    };
  }

  /**
   * These, with the version in the place of the table: it was confirmed under this release or an
   * earlier one, and what it could not say yet, these say.
   *
   * @throws MalformedTable when it is malformed
   */
  Tables keeping(TableVersion version, List<Rule> catalogue) {
    TableName table = version.table();
    Resource file = version.text().as("%s, version %d:".formatted(table.file(), version.number()));
    return switch (table) {
      case THRESHOLDS -> new Tables(Thresholds.kept(file, catalogue, thresholds));
    };
  }
}
