package org.chancery.deadline;

import java.util.Arrays;
import java.util.Locale;
import org.chancery.web.Refusal;
import org.springframework.core.io.ClassPathResource;

/** A table that lawyers keep and that judging goes by. */
public enum TableName {
  /** What the law and this house's policy give for a step. */
  STATUTORY_TERMS,
  /** From how many days on a rule speaks, and how much its finding matters. */
  THRESHOLDS;

  /** Its name in an address. */
  public String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The file it is kept in. */
  public String file() {
    return path() + ".csv";
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
    return "rules/deadline/" + file();
  }

  /** The text that this release of the program brings along. */
  TableText shipped() {
    return TableText.of(new ClassPathResource(source()));
  }
}
