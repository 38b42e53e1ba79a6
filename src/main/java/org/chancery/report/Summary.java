package org.chancery.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.deadline.DaysLate;
import org.chancery.deadline.Status;
import org.chancery.instrument.Stage;

/**
 * The report in figures.
 *
 * @param asOf the day it was judged at
 * @param knownAt what was recorded after this instant is left out
 * @param byStatus how many items in each status
 * @param byBody how many for each body that must act; what falls to none under {@code NONE}
 * @param byStage how many of cases in each stage
 * @param byAge how many surely late by so many days; what is not surely late under {@code NOT_LATE}
 */
public record Summary(
    LocalDate asOf,
    Instant knownAt,
    Map<Status, Long> byStatus,
    Map<String, Long> byBody,
    Map<Stage, Long> byStage,
    Map<Age, Long> byAge) {

  /** How long something is late. */
  public enum Age {
    NOT_LATE(0),
    DAYS_1_TO_29(29),
    DAYS_30_TO_89(89),
    DAYS_90_TO_364(364),
    DAYS_365_AND_MORE(Integer.MAX_VALUE);

    private final int upTo;

    Age(int upTo) {
      this.upTo = upTo;
    }

    static Age of(Item item) {
      DaysLate late = item.finding().daysLate();
      int days = late == null ? 0 : late.min();
      return Arrays.stream(values()).filter(age -> days <= age.upTo).findFirst().orElseThrow();
    }
  }

  /** The figures of the report. */
  public static Summary of(Report report) {
    return new Summary(
        report.asOf(),
        report.knownAt(),
        report.totals(),
        count(report, Summary::body),
        count(report, Item::stage),
        count(report, Age::of));
  }

  private static String body(Item item) {
    var body = item.finding().body();
    return body == null ? "NONE" : body.value();
  }

  private static <K> Map<K, Long> count(Report report, Function<Item, K> by) {
    return report.items().stream()
        .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }
}
