package org.chancery.deadline;

import org.chancery.instrument.Basis;
import org.chancery.rule.RuleText;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the catalogue.
 *
 * @param id its id, in every finding it makes
 * @param version its version, raised whenever its meaning changes
 * @param title what it says, as a sentence
 * @param file the file it stands in
 * @param status the status it gives
 * @param basis what the rule itself rests on; a finding about a deadline has the deadline's basis
 * @param legalBasis the citation; null where there is none
 * @param days what its threshold counts; null when it has none
 */
public record Rule(
    String id,
    String version,
    String title,
    String file,
    Status status,
    Basis basis,
    @Nullable String legalBasis,
    @Nullable String days) {

  /**
   * @throws IllegalStateException when an annotation is missing
   */
  static Rule of(RuleText text) {
    return new Rule(
        text.the("id"),
        text.the("version"),
        text.title(),
        text.file(),
        Status.valueOf(text.the("status")),
        Basis.valueOf(text.the("basis")),
        text.metadata().get("legalBasis"),
        text.metadata().get("days"));
  }
}
