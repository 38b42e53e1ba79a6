package org.chancery.report.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.Due;
import org.chancery.deadline.Status;
import org.chancery.instrument.Event;
import org.chancery.report.picture.Axis;
import org.chancery.report.web.Timeline.Mark;
import org.jspecify.annotations.Nullable;

/**
 * A deadline or an event that has its place on an axis.
 *
 * @param href where more is told of it
 * @param said what it is, in one sentence
 * @param look how it is drawn: the class of a status, or {@code happened}
 * @param stated when it is due or happened
 * @param first when it was first due, before it was extended
 * @param late the days it is or was late
 * @param done when it was done
 */
record Pin(
    String href,
    String said,
    String look,
    Days stated,
    @Nullable Days first,
    @Nullable Days late,
    @Nullable Days done) {

  /**
   * Some days one after the other.
   *
   * @param from the first of them; null where it is open
   * @param to the last of them; null where it is open
   */
  record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** The days that the date may mean, or the period it states; null where it says nothing. */
    static @Nullable Days of(@Nullable StatedDate date) {
      return date == null || (date.earliest() == null && date.latest() == null)
          ? null
          : new Days(date.earliest(), date.latest());
    }

    /** Its last day, else its first: where a point is drawn that stands for all. */
    static @Nullable Days lastOf(@Nullable StatedDate date) {
      Days all = of(date);
      return all == null ? null : all.pointed();
    }

    private Days pointed() {
      return to == null ? new Days(from, from) : new Days(to, to);
    }

    private Stream<LocalDate> ends() {
      return Stream.of(from, to).filter(Objects::nonNull);
    }
  }

  /** What happened; nothing where nobody says when. */
  static Optional<Pin> of(Event event, String said) {
    return Optional.ofNullable(Days.of(event.on()))
        .map(on -> new Pin("#e" + event.id(), said, "happened", on, null, null, null));
  }

  /**
   * A deadline; nothing where nothing says by when.
   *
   * @param closedOn when it was done; null while it is open
   * @param day the day it is looked from
   */
  static Optional<Pin> of(
      String href,
      String said,
      Status status,
      @Nullable Due due,
      @Nullable StatedDate closedOn,
      LocalDate day) {
    Days stated = due == null ? null : stated(due);
    if (due == null || stated == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Pin(
            href,
            said,
            "is-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            stated,
            Days.lastOf(due.first()),
            late(status, due.latest(), closedOn, day),
            Days.lastOf(closedOn)));
  }

  /** What is due by a day is due on that day; a period or an imprecise date on each of its days. */
  private static @Nullable Days stated(Due due) {
    Days stated = Days.of(due.edtf());
    if (stated == null) {
      boolean isKnown = due.earliest() != null || due.latest() != null;
      return isKnown ? new Days(due.earliest(), due.latest()) : null;
    }
    return stated.from() == null ? stated.pointed() : stated;
  }

  private static @Nullable Days late(
      Status status, @Nullable LocalDate last, @Nullable StatedDate closedOn, LocalDate day) {
    boolean isLate = status.isOverdue() || status == Status.GRACE || status == Status.DONE_LATE;
    LocalDate until = closedOn == null || closedOn.latest() == null ? day : closedOn.latest();
    return isLate && last != null && until.isAfter(last) ? new Days(last.plusDays(1), until) : null;
  }

  /** The days on which an axis must have its place. */
  Stream<LocalDate> days() {
    return Stream.of(stated, first, late, done).filter(Objects::nonNull).flatMap(Days::ends);
  }

  /** The same as it lies on the axis. */
  Mark on(Axis axis) {
    return new Mark(
        href,
        said,
        look,
        axis.stretch(stated.from(), stated.to()),
        first == null ? null : axis.stretch(first.from(), first.to()),
        late == null ? null : axis.stretch(late.from(), late.to()),
        done == null ? null : axis.stretch(done.from(), done.to()));
  }
}
