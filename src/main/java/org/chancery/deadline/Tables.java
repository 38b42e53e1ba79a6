package org.chancery.deadline;

import java.time.LocalDate;
import org.chancery.calendar.MalformedTable;
import org.springframework.core.io.Resource;

/**
 * What a lawyer keeps and judging goes by, as it stood at one moment.
 *
 * @param terms what the law and this house's policy give for a step
 * @param thresholds from how many days on a rule speaks, and how much its finding matters
 * @param firstStart the day this house began to work: most terms bind from then on
 */
public record Tables(StatutoryTerms terms, Thresholds thresholds, LocalDate firstStart) {

  /**
   * The tables as this release of the program brings them along.
   *
   * @throws MalformedTable when one is malformed
   */
  static Tables shipped(Vocabulary known, LocalDate firstStart) {
    return new Tables(
        StatutoryTerms.read(shipped(TableName.STATUTORY_TERMS), known.bodies()),
        Thresholds.read(shipped(TableName.THRESHOLDS), known.rules()),
        firstStart);
  }

  /**
   * These, with the text in the place of the table.
   *
   * @throws MalformedTable when it is malformed
   */
  Tables with(TableName table, TableText text, Vocabulary known) {
    Resource file = text.as(table.file());
    return switch (table) {
      case STATUTORY_TERMS -> with(StatutoryTerms.read(file, known.bodies()));
      case THRESHOLDS -> with(Thresholds.read(file, known.rules()));
    };
  }

  /**
   * These, with the version in the place of the table: it was confirmed under this release or an
   * earlier one, and what it could not say yet, these say.
   *
   * @throws MalformedTable when it is malformed
   */
  Tables keeping(TableVersion version, Vocabulary known) {
    TableName table = version.table();
    Resource file = version.text().as("%s, version %d:".formatted(table.file(), version.number()));
    return switch (table) {
      case STATUTORY_TERMS -> with(StatutoryTerms.read(file, anyBody -> true));
      case THRESHOLDS -> with(Thresholds.kept(file, known.rules(), thresholds));
    };
  }

  private Tables with(StatutoryTerms others) {
    return new Tables(others, thresholds, firstStart);
  }

  private Tables with(Thresholds others) {
    return new Tables(terms, others, firstStart);
  }

  private static Resource shipped(TableName table) {
    return table.shipped().as(table.file());
  }
}
