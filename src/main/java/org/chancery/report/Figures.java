package org.chancery.report;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.deadline.Status;

/**
 * How many, of each status that occurs.
 *
 * @param counts by status
 * @param since the day of the last report: what became overdue after it, did so lately
 */
public record Figures(List<Count> counts, LocalDate since) {

  /** The nearer days of the figures: due within so many. */
  public static final int SOON = 30;

  /** The farther days of the figures: due within so many. */
  public static final int LATER = 90;

  /**
   * How many of one status.
   *
   * @param status the status
   * @param all all of them
   * @param extended those that were extended
   * @param soon those that can still be done in time, and fall due within 30 days
   * @param later the same within 90 days
   * @param lately those that became overdue since the last report
   */
  public record Count(Status status, long all, long extended, long soon, long later, long lately) {

    private Count plus(Count other) {
      return new Count(
          status,
          all + other.all,
          extended + other.extended,
          soon + other.soon,
          later + other.later,
          lately + other.lately);
    }
  }

  /** An immutable copy. */
  public Figures {
    counts = List.copyOf(counts);
  }

  static Figures of(Stream<Mark> lines, LocalDate day, LocalDate since) {
    Map<Status, Count> counts = new EnumMap<>(Status.class);
    lines.forEach(line -> counts.merge(line.status(), count(line, day, since), Count::plus));
    return new Figures(List.copyOf(counts.values()), since);
  }

  private static Count count(Mark line, LocalDate day, LocalDate since) {
    return new Count(
        line.status(),
        1,
        line.extended() ? 1 : 0,
        line.isDueWithin(SOON, day) ? 1 : 0,
        line.isDueWithin(LATER, day) ? 1 : 0,
        line.becameOverdueAfter(since) ? 1 : 0);
  }

  /** How many in each status that occurs. */
  public Map<Status, Long> totals() {
    Map<Status, Long> totals = new EnumMap<>(Status.class);
    counts.forEach(each -> totals.put(each.status(), each.all()));
    return totals;
  }

  /** How many in one of the statuses. */
  public long of(Set<Status> statuses) {
    return counts.stream()
        .filter(each -> statuses.contains(each.status()))
        .mapToLong(Count::all)
        .sum();
  }

  /** How many in all. */
  public long all() {
    return counts.stream().mapToLong(Count::all).sum();
  }

  /** How many were extended. */
  public long extended() {
    return counts.stream().mapToLong(Count::extended).sum();
  }

  /** How many fall due within 30 days. */
  public long soon() {
    return counts.stream().mapToLong(Count::soon).sum();
  }

  /** How many fall due within 90 days. */
  public long later() {
    return counts.stream().mapToLong(Count::later).sum();
  }

  /** How many became overdue since the last report. */
  public long lately() {
    return counts.stream().mapToLong(Count::lately).sum();
  }
}
