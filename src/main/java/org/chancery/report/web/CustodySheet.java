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

  /** Whether there is nothing that the reader may do now. */
  public boolean isIdle() {
    return rows.stream().noneMatch(row -> row.handable() || row.answerable());
  }

  /** The form for the kind of act on the original, as it was refused or blank. */
  public Form form(String kind, int number) {
    boolean mine =
        refused != null
            && refused.value("/kind").equals(kind)
            && refused.tree().path("original").asInt() == number;
    return refused != null && mine ? refused : Form.of(JsonNodeFactory.instance.objectNode());
  }
}
