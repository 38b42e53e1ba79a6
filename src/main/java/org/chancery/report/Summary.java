package org.chancery.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.BodyCode;
import org.chancery.deadline.Status;
import org.chancery.instrument.Stage;
import org.jspecify.annotations.Nullable;

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

    static Age of(int days) {
      return Arrays.stream(values()).filter(age -> days <= age.upTo).findFirst().orElseThrow();
    }
  }

  /**
   * Lines that are alike.
   *
   * @param status their status
   * @param body the body that must act; null for none
   * @param stage how far their cases have come
   * @param daysLate how many days they are surely late
   * @param lines how many
   */
  record Group(Status status, @Nullable BodyCode body, Stage stage, int daysLate, long lines) {

    static List<Group> all(Stream<Mark> lines) {
      return lines
          .collect(Collectors.groupingBy(Group::of, Collectors.counting()))
          .entrySet()
          .stream()
          .map(alike -> alike.getKey().times(alike.getValue()))
          .toList();
    }

    private static Group of(Mark line) {
      return new Group(line.status(), line.body(), line.stage(), line.daysLate(), 1);
    }

    private Group times(long count) {
      return new Group(status, body, stage, daysLate, count);
    }

    private String bodyOrNone() {
      return body == null ? "NONE" : body.value();
    }
  }

  static Summary of(LocalDate asOf, Instant knownAt, List<Group> groups) {
    return new Summary(
        asOf,
        knownAt,
        count(groups, Group::status),
        count(groups, Group::bodyOrNone),
        count(groups, Group::stage),
        count(groups, group -> Age.of(group.daysLate())));
  }

  private static <K> Map<K, Long> count(List<Group> groups, Function<Group, K> by) {
    return groups.stream()
        .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.summingLong(Group::lines)));
  }
}
