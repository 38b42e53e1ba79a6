package org.chancery.supply;

import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * Why an advisory that reaches a component of ours does no harm here, for a while.
 *
 * @param advisory the advisory's id
 * @param name the package, as the advisory has it
 * @param proofs the tests that prove it, each as {@code class#method}
 * @param granted since when
 * @param until the last day on which it holds
 */
record Waiver(
    String advisory,
    String name,
    String reason,
    List<String> proofs,
    LocalDate granted,
    LocalDate until) {

  /** Longer than this nothing is taken on trust. */
  private static final int MONTHS = 12;

  Waiver {
    proofs = List.copyOf(proofs);
    if (reason.isBlank() || until.isBefore(granted) || until.isAfter(granted.plusMonths(MONTHS))) {
      throw new IllegalArgumentException("A waiver needs a reason and at most a year: " + advisory);
    }
  }

  static Waiver from(CSVRecord line) {
    return new Waiver(
        line.get("id"),
        line.get("package"),
        line.get("reason"),
        List.of(line.get("proof").split(" ")),
        LocalDate.parse(line.get("granted")),
        LocalDate.parse(line.get("until")));
  }

  boolean covers(Advisory other) {
    return advisory.equals(other.id()) && name.equals(other.name());
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(granted) && !day.isAfter(until);
  }
}
