package org.chancery.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.chancery.calendar.MonthEnd;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Clause;
import org.chancery.instrument.Clause.General;
import org.chancery.instrument.Clause.Trigger;
import org.chancery.instrument.Description;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * When an instrument enters into force, worked out a second time and independently. It knows what
 * the {@link Population} holds: no weights, nothing taken back, nobody who joins later.
 */
final class ForceByHand {

  private final Description description;
  private final List<Happened> happened = new ArrayList<>();

  /**
   * @param today only what had happened by then, if only perhaps, counts
   */
  ForceByHand(CaseFile file, List<Happened> standing, LocalDate today) {
    this.description = file.description();
    for (Happened each : standing) {
      if (each.first() == null || !each.first().isAfter(today)) {
        happened.add(each);
      }
    }
  }

  @Nullable StatedDate date() {
    Clause clause = description.entryIntoForce();
    General general = clause == null ? usual() : clause.general();
    Span reached = general == null ? null : reached(general);
    if (general == null || reached == null || reached.equals(Span.UNKNOWN)) {
      return null;
    }
    LocalDate first = moved(reached.earliest(), general);
    LocalDate last = moved(reached.latest(), general);
    StatedDate floor = general.notBefore();
    if (floor != null) {
      LocalDate from = floor.earliest();
      LocalDate until = floor.latest();
      first = first == null || (from != null && from.isAfter(first)) ? from : first;
      last = last == null || until == null || last.isAfter(until) ? lastOf(last, until) : until;
    }
    return new Span(first, last).stated();
  }

  private static @Nullable LocalDate lastOf(@Nullable LocalDate one, @Nullable LocalDate other) {
    return other == null ? null : one;
  }

  private @Nullable General usual() {
    boolean binds = Boolean.TRUE.equals(description.binding());
    boolean political = Boolean.FALSE.equals(description.binding());
    if (description.type().isProgramme()) {
      return programme();
    }
    boolean onSignature = description.type().isMemorandum() && !binds;
    return onSignature || (political && !description.type().isPerformedOnly())
        ? on(Trigger.LAST_SIGNATURE, null)
        : null;
  }

  private @Nullable General programme() {
    StatedDate period = description.period();
    LocalDate start = period == null ? null : period.earliest();
    if (start == null) {
      return null;
    }
    for (Happened each : happened) {
      if (each.kind().phase() != EventKind.Phase.PREPARATION) {
        return on(Trigger.FIXED_DATE, StatedDate.of(start));
      }
    }
    return on(Trigger.LAST_SIGNATURE, null);
  }

  private static General on(Trigger trigger, @Nullable StatedDate date) {
    return new General(trigger, null, null, null, null, null, date, null);
  }

  /** When the last of what the clause waits for came; null while it has not. */
  private @Nullable Span reached(General general) {
    return switch (general.trigger()) {
      case FIXED_DATE -> general.on() == null ? null : span(general.on());
      case NOTIFIED_BY_DEPOSITARY -> notified();
      case SIGNATURE, EXCHANGE -> nth(1, general.trigger());
      default ->
          nth(
              general.count() == null ? description.parties().size() : general.count(),
              general.trigger());
    };
  }

  private static Span span(StatedDate date) {
    return new Span(date.earliest(), date.latest());
  }

  private @Nullable Span notified() {
    Happened last = null;
    for (Happened each : happened) {
      boolean notice = each.kind() == EventKind.NOTIFIED_BY_DEPOSITARY;
      last = notice && (last == null || last.precedes(each)) ? each : last;
    }
    StatedDate set = last == null ? null : last.event().forDate();
    return set == null ? null : span(set);
  }

  /** When so many parties had acted: as fast, and as slowly, as the record allows. */
  private @Nullable Span nth(int parties, Trigger trigger) {
    List<LocalDate> fast = new ArrayList<>();
    List<LocalDate> slow = new ArrayList<>();
    for (Party party : description.parties()) {
      LocalDate soonest = null;
      LocalDate latest = null;
      for (Happened each : happened) {
        if (fits(each.event(), trigger, party.code())) {
          soonest = sooner(soonest, each.first() == null ? LocalDate.MIN : each.first());
          latest = sooner(latest, each.last() == null ? LocalDate.MAX : each.last());
        }
      }
      if (soonest != null && latest != null) {
        fast.add(soonest);
        slow.add(latest);
      }
    }
    if (fast.size() < parties) {
      return null;
    }
    fast.sort(null);
    slow.sort(null);
    return new Span(known(fast.get(parties - 1)), known(slow.get(parties - 1)));
  }

  private static LocalDate sooner(@Nullable LocalDate one, LocalDate other) {
    return one == null || other.isBefore(one) ? other : one;
  }

  private static @Nullable LocalDate known(LocalDate day) {
    return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX) ? null : day;
  }

  private static boolean fits(Event event, Trigger trigger, PartyCode party) {
    boolean kind =
        switch (trigger) {
          case SIGNATURE, LAST_SIGNATURE ->
              event.kind() == EventKind.SIGNED || event.kind() == EventKind.SIGNATURE_CONFIRMED;
          case EXCHANGE -> event.kind() == EventKind.EXCHANGED;
          case DEPOSIT -> event.kind() == EventKind.DEPOSITED;
          default -> event.kind() == EventKind.NOTIFICATION_RECEIVED;
        };
    return kind && event.countsFor(party);
  }

  private static @Nullable LocalDate moved(@Nullable LocalDate day, General general) {
    if (day == null) {
      return null;
    }
    LocalDate end = general.offset() == null ? day : after(day, general.offset(), general);
    return general.align() == null ? end : end.withDayOfMonth(1).plusMonths(1);
  }

  /** The population's offsets: {@code P30D}, {@code P1M}, {@code P2W}, {@code P1Y10D}. */
  private static LocalDate after(LocalDate day, String offset, General general) {
    return switch (offset) {
      case "P30D" -> day.plusDays(30);
      case "P2W" -> day.plusDays(14);
      case "P1M" -> months(day, 1, general.monthEnd());
      case "P1Y10D" -> months(day, 12, general.monthEnd()).plusDays(10);
      default -> throw new IllegalStateException("the loop does not know " + offset);
    };
  }

  private static LocalDate months(LocalDate day, int months, @Nullable MonthEnd end) {
    YearMonth month = YearMonth.from(day).plusMonths(months);
    boolean rolls = end == MonthEnd.ROLL && !month.isValidDay(day.getDayOfMonth());
    return rolls ? month.plusMonths(1).atDay(1) : day.plusMonths(months);
  }
}
