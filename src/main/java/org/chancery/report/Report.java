package org.chancery.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.deadline.Status;

/**
 * What is late, what falls due, and what cannot be computed, as one account may see it.
 *
 * @param asOf the day it was judged at; of an instant this house's day
 * @param knownAt what was recorded after this instant is left out
 * @param totals how many items in each status that occurs
 * @param items the findings, worst first
 */
public record Report(LocalDate asOf, Instant knownAt, Map<Status, Long> totals, List<Item> items) {

  static Report of(LocalDate asOf, Instant knownAt, List<Item> items) {
    Map<Status, Long> totals = new EnumMap<>(Status.class);
    items.forEach(item -> totals.merge(item.finding().status(), 1L, Long::sum));
    return new Report(asOf, knownAt, totals, items.stream().sorted(Item.WORST_FIRST).toList());
  }

  /** The part of it in these statuses. */
  public Report of(Set<Status> statuses) {
    return of(
        asOf,
        knownAt,
        items.stream().filter(item -> statuses.contains(item.finding().status())).toList());
  }
}
