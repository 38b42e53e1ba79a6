package org.chancery.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.deadline.Due;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Findings.Found;
import org.chancery.deadline.Status;
import org.chancery.instrument.Reference;
import org.chancery.web.InvalidValue;
import org.chancery.web.Refusal;

/**
 * Where a line stands in the report: worst status first, within it what has been due longest, then
 * by reference.
 *
 * @param status the place of its status in the order, from 0
 * @param dueOn the last day allowed; {@link #NEVER} where nothing says by when
 * @param reference the case
 * @param number which of the findings of the case, from 1
 */
record Place(int status, LocalDate dueOn, Reference reference, int number)
    implements Comparable<Place> {

  /** Stands for a day that nothing tells. */
  static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  private static final List<Status> WORST_FIRST =
      List.of(
          Status.SEVERELY_OVERDUE,
          Status.OVERDUE,
          Status.GRACE,
          Status.DUE_TODAY,
          Status.AT_RISK,
          Status.DUE_SOON,
          Status.RUNNING,
          Status.NOT_COMPUTABLE,
          Status.CONTRADICTION,
          Status.SUSPENDED,
          Status.WAIVED,
          Status.DONE_LATE);

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::status)
          .thenComparing(Place::dueOn)
          .thenComparing(place -> place.reference().value())
          .thenComparing(Place::number);

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,2})\\.(\\d{4}-\\d{2}-\\d{2})\\.([\\dX-]{13})\\.(\\d{1,6})");

  static Place of(Finding finding, int number) {
    return new Place(of(finding.status()), dueOn(finding), finding.subject().reference(), number);
  }

  static Place of(Found found) {
    return of(found.finding(), found.number());
  }

  /** The place of the status in the order. */
  static int of(Status status) {
    return WORST_FIRST.indexOf(status);
  }

  /** The last day allowed. */
  static LocalDate dueOn(Finding finding) {
    Due due = finding.due();
    return due == null ? NEVER : Objects.requireNonNullElse(due.latest(), NEVER);
  }

  /**
   * The place that {@link #toString} has written.
   *
   * @throws Refusal when it is none
   */
  static Place parse(String text) {
    Matcher parts = TEXT.matcher(text);
    try {
      if (parts.matches()) {
        return new Place(
            Integer.parseInt(parts.group(1)),
            LocalDate.parse(parts.group(2)),
            new Reference(parts.group(3)),
            Integer.parseInt(parts.group(4)));
      }
    } catch (DateTimeException | InvalidValue none) {
      throw wrong();
    }
    throw wrong();
  }

  private static Refusal wrong() {
    return Refusal.of(Refusal.Kind.INVALID_PARAMETER, "parameter.wrong", "after");
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "%d.%s.%s.%d".formatted(status, dueOn, reference, number);
  }
}
