package org.chancery.deadline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Decision.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What managers decided on one deadline, as it counts on one day in its zone: each decision from
 * the day on which it was made, a waiver from that of its confirmation.
 *
 * @param due by when the deadline is due, extended where it was
 * @param extension what extended it; null when nothing did
 * @param counting every decision that counts, oldest first
 */
record Decided(Due due, @Nullable Decision extension, List<Decision> counting) {

  /** What counts on the day of what was decided on the milestone that was due so at first. */
  static Decided on(CaseFile file, int milestone, Due first, LocalDate day) {
    List<Decision> counting =
        file.decisionsOn(milestone)
            .filter(decision -> countsOn(decision, first, day))
            .sorted(Comparator.comparing(Decision::id))
            .toList();
    Decision extension = last(counting, decision -> extendsIt(decision, first)).orElse(null);
    StatedDate to = extension == null ? null : extension.to();
    return new Decided(to == null ? first : first.extendedTo(to), extension, counting);
  }

  /** Whether two managers waived it. */
  boolean isWaived() {
    return counting.stream().anyMatch(decision -> decision.kind() == Kind.WAIVER);
  }

  /** Whether it need not be met by its first day any more. */
  boolean givesWay() {
    return extension != null || isWaived();
  }

  /** Whether it was suspended on the day: the last suspension that had begun by then says so. */
  boolean isSuspendedOn(LocalDate day) {
    return last(counting, decision -> hasBegun(decision, day))
        .filter(suspension -> !hasEnded(suspension, day))
        .isPresent();
  }

  /** The first of the days up to today, from this one on, since which it was not suspended. */
  LocalDate notSuspendedFrom(LocalDate day, LocalDate today) {
    return counting.stream()
        .filter(each -> each.kind() == Kind.SUSPENSION)
        .flatMap(suspension -> Stream.ofNullable(suspension.to()))
        .flatMap(to -> Stream.ofNullable(to.latest()))
        .filter(last -> !last.isBefore(day) && last.isBefore(today) && isSuspendedOn(last))
        .map(last -> last.plusDays(1))
        .max(Comparator.naturalOrder())
        .orElse(day);
  }

  private boolean hasBegun(Decision decision, LocalDate day) {
    StatedDate from = decision.from();
    return decision.kind() == Kind.SUSPENSION
        && countsOn(decision, due, day)
        && from != null
        && !from.isSurelyAfter(day);
  }

  private static boolean hasEnded(Decision suspension, LocalDate day) {
    StatedDate to = suspension.to();
    return to != null && to.isSurelyBy(day.minusDays(1));
  }

  /** An extension gives time: one that the deadline itself has overtaken counts no more. */
  private static boolean extendsIt(Decision decision, Due first) {
    StatedDate to = decision.to();
    if (decision.kind() != Kind.EXTENSION || to == null) {
      return false;
    }
    return first.latest() == null || !to.isSurelyBy(first.latest());
  }

  private static boolean countsOn(Decision decision, Due due, LocalDate day) {
    LocalDate since = dayOf(decision, due);
    return since != null && !since.isAfter(day);
  }

  /** The day, in the deadline's zone, on which the decision began to count. */
  static @Nullable LocalDate dayOf(Decision decision, Due due) {
    return decision.effectiveAt() == null
        ? null
        : decision.effectiveAt().atZone(due.zone()).toLocalDate();
  }

  private static Optional<Decision> last(List<Decision> decisions, Predicate<Decision> fits) {
    return decisions.stream().filter(fits).reduce((earlier, later) -> later);
  }
}
