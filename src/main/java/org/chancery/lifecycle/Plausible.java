package org.chancery.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.EventKind;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;

/** Whether an answer says only what its step asks, and its dates can be. */
final class Plausible {

  /** What means something with the steps that ask it only; an act or a note goes with any. */
  private static final Set<Ask> WHERE_ASKED = EnumSet.of(Ask.FOR, Ask.TO, Ask.AUTHORITY, Ask.NEXT);

  private static final Set<EventKind> COMES_AGAIN =
      EnumSet.of(EventKind.REPORTED, EventKind.RENEWED);

  private Plausible() {}

  /**
   * @throws Refusal naming each field that does not fit
   */
  static void check(Step step, Choice choice, StepAnswer said, LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    WHERE_ASKED.stream()
        .filter(ask -> said.says(ask) && !isAsked(ask, step, choice))
        .map(ask -> Fault.at("/" + ask.field(), "step.unasked"))
        .forEach(faults::add);
    if (faults.isEmpty()) {
      checkDates(step, said, today, faults);
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private static boolean isAsked(Ask ask, Step step, Choice choice) {
    return switch (ask) {
      case NEXT ->
          step.asks(ask) && choice.records() != null && COMES_AGAIN.contains(choice.records());
      case FOR, TO -> choice.needs().contains(ask);
      default -> step.asks(ask);
    };
  }

  private static void checkDates(Step step, StepAnswer said, LocalDate today, List<Fault> faults) {
    StatedDate on = said.on();
    if (on != null && step != Step.CLARIFY_STAGE && isUnknown(on)) {
      faults.add(Fault.at("/on", "step.on.unknown"));
    }
    if (isBefore(said.forDate(), on == null ? null : on.earliest())) {
      faults.add(Fault.at("/for", "step.for.earlier"));
    }
    if (isBefore(said.next(), on == null ? null : dayAfter(on.latest()))) {
      faults.add(Fault.at("/next", "step.next.earlier"));
    }
    if (isBefore(said.to(), today)) {
      faults.add(Fault.at("/to", "step.to.past"));
    }
  }

  /** What one did oneself, one knows when at least within bounds. */
  private static boolean isUnknown(StatedDate on) {
    return on.earliest() == null || on.latest() == null;
  }

  private static @Nullable LocalDate dayAfter(@Nullable LocalDate day) {
    return day == null ? null : day.plusDays(1);
  }

  private static boolean isBefore(@Nullable StatedDate date, @Nullable LocalDate day) {
    return date != null && day != null && date.latest() != null && date.latest().isBefore(day);
  }
}
