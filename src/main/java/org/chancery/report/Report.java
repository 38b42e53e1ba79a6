package org.chancery.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chancery.deadline.Status;
import org.jspecify.annotations.Nullable;

/**
 * A page of what is late, what falls due, and what cannot be computed, as one account may see it.
 *
 * @param asOf the day it was judged at; of an instant this house's day
 * @param knownAt what was recorded after this instant is left out
 * @param totals how many items there are, on all pages, in each status that occurs
 * @param items the findings of this page, worst first
 * @param next the key after which the next page begins; null on the last one
 */
public record Report(
    LocalDate asOf,
    Instant knownAt,
    Map<Status, Long> totals,
    List<Item> items,
    @JsonIgnore @Nullable String next) {

  /** An immutable copy of the items. */
  public Report {
    items = List.copyOf(items);
  }
}
