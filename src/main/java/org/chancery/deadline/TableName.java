package org.chancery.deadline;

import java.util.Arrays;
import org.chancery.web.Refusal;
import org.springframework.core.io.ClassPathResource;

/** A table that lawyers keep and that judging goes by. */
public enum TableName {
  /** What the law and this house's policy give for a step. */
  STATUTORY_TERMS("rules/deadline/statutory-terms.csv"),
  /** From how many days on a rule speaks, and how much its finding matters. */
  THRESHOLDS("rules/deadline/thresholds.csv");

  private final String source;

  TableName(String source) {
    this.source = source;
  }

  /** Its name in an address. */
  public String path() {
    return file().replace(".csv", "");
  }

  /** The file it is kept in. */
  public String file() {
    return source.substring(source.lastIndexOf('/') + 1);
  }

  /**
   * The table with the name in an address.
   *
   * @throws Refusal when there is none
   */
  public static TableName of(String path) {
    return Arrays.stream(values())
        .filter(table -> table.path().equals(path))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("table.unknown", path));
  }

  /** Where this release of the program brings it along. */
  String source() {
    return source;
  }

  /** The text that this release of the program brings along. */
  TableText shipped() {
    return TableText.of(new ClassPathResource(source()));
  }
}
