package org.chancery.report.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chancery.access.BodyCode;
import org.chancery.deadline.Due;
import org.chancery.deadline.Status;
import org.chancery.report.Item;
import org.chancery.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * A part of the report's page.
 *
 * @param name its name in the catalogue
 * @param groups its items, by body or all in one
 */
record Section(String name, List<Group> groups) {

  /** What falls due today here may still be due tomorrow, or be due yesterday, elsewhere. */
  private static final int ELSEWHERE = -2;

  private static final int SOON = 30;
  private static final int LATER = 90;

  /**
   * Items under one heading.
   *
   * @param body the body that must act; null where the items are not grouped, or fall to none
   * @param items the items
   */
  record Group(@Nullable BodyCode body, List<Item> items) {}

  /** How many items. */
  public int count() {
    return groups.stream().mapToInt(group -> group.items().size()).sum();
  }

  /** Whether its items are grouped by body. */
  public boolean isByBody() {
    return name.equals("overdue");
  }

  /** The parts of the page that have something to say. */
  static List<Section> of(Report report) {
    LocalDate day = report.asOf();
    return Stream.of(
            byBody("overdue", report, Section::isLate),
            plain("today", report, item -> has(item, Status.DUE_TODAY)),
            plain("atRisk", report, item -> has(item, Status.AT_RISK)),
            plain("soon", report, item -> fallsDue(item, day, ELSEWHERE, SOON)),
            plain("later", report, item -> fallsDue(item, day, SOON, LATER)),
            plain("muchLater", report, item -> fallsDue(item, day, LATER, Integer.MAX_VALUE)),
            plain("notComputable", report, item -> has(item, Status.NOT_COMPUTABLE)),
            plain("contradictions", report, item -> has(item, Status.CONTRADICTION)),
            plain("lifted", report, item -> item.finding().status().liftsTheDeadline()))
        .filter(section -> section.count() > 0)
        .toList();
  }

  private static Section plain(String name, Report report, Predicate<Item> fits) {
    return new Section(
        name, List.of(new Group(null, report.items().stream().filter(fits).toList())));
  }

  private static Section byBody(String name, Report report, Predicate<Item> fits) {
    Map<Optional<BodyCode>, List<Item>> byBody = new LinkedHashMap<>();
    report.items().stream()
        .filter(fits)
        .forEach(
            item ->
                byBody
                    .computeIfAbsent(
                        Optional.ofNullable(item.finding().body()), body -> new ArrayList<>())
                    .add(item));
    List<Group> groups = new ArrayList<>();
    byBody.forEach((body, items) -> groups.add(new Group(body.orElse(null), items)));
    return new Section(name, groups);
  }

  private static boolean isLate(Item item) {
    return item.finding().status().isOverdue() || has(item, Status.GRACE);
  }

  private static boolean has(Item item, Status status) {
    return item.finding().status() == status;
  }

  /** Whether it falls due after so many days and within so many. */
  private static boolean fallsDue(Item item, LocalDate day, int after, int within) {
    Due due = item.finding().due();
    if (!has(item, Status.DUE_SOON) || due == null) {
      return false;
    }
    LocalDate last = Objects.requireNonNullElse(due.latest(), LocalDate.MAX);
    return last.isAfter(day.plusDays(after)) && !last.isAfter(day.plusDays(within));
  }
}
