package org.chancery.report.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.List;
import org.chancery.access.Body;
import org.chancery.document.Original;
import org.chancery.instrument.CaseFile;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows of the originals of a case.
 *
 * @param file the case
 * @param rows the originals, by number
 * @param registrable whether the reader may enter another
 * @param today this house's day
 * @param bodies who may receive one
 * @param refused the form that was refused; null while none was
 */
record CustodySheet(
    CaseFile file,
    List<Row> rows,
    boolean registrable,
    LocalDate today,
    List<Body> bodies,
    @Nullable Form refused) {

  /**
   * An original, and what the reader may do with it now.
   *
   * @param original the original
   * @param handable whether she may hand it over
   * @param answerable whether she may confirm or refuse its receipt
   */
  record Row(Original original, boolean handable, boolean answerable) {}

  /** The same with the form as it was refused. */
  CustodySheet with(Form form) {
    return new CustodySheet(file, rows, registrable, today, bodies, form);
  }

  /** The same with that original alone; with all where no number is given. */
  CustodySheet only(@Nullable Integer number) {
    List<Row> chosen =
        rows.stream().filter(row -> number == null || row.original().number() == number).toList();
    return new CustodySheet(file, chosen, registrable, today, bodies, refused);
  }

  /** The form that was refused where it can no longer be shown: somebody was first, or may not. */
  public @Nullable Form stray() {
    if (refused == null) {
      return null;
    }
    String kind = refused.value("/kind");
    boolean shown =
        kind.equals("REGISTERED")
            ? registrable
            : rows.stream()
                .filter(row -> isOf(refused, row.original().number()))
                .anyMatch(row -> kind.equals("HANDED_OVER") ? row.handable() : row.answerable());
    return shown ? null : refused;
  }

  /** The form for the kind of act on the original, as it was refused or blank. */
  public Form form(String kind, int number) {
    return refused != null && refused.value("/kind").equals(kind) && isOf(refused, number)
        ? refused
        : Form.of(JsonNodeFactory.instance.objectNode());
  }

  /** A registration names no number, which reads as 0. */
  private static boolean isOf(Form form, int number) {
    return form.tree().path("original").asInt() == number;
  }
}
