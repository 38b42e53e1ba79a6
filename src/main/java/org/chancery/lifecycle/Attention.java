package org.chancery.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.DaysLate;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.Ladder;
import org.chancery.deadline.Standing;
import org.chancery.deadline.Status;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.PartyCode;
import org.chancery.process.Errand;
import org.springframework.stereotype.Component;

/**
 * What asks for somebody beside the way of the instrument: a milestone long overdue, which a
 * manager must decide on; another side that is silent; a deadline that no step of the way meets.
 * When it does so is the policy of the house, and follows from the register alone.
 */
@Component
class Attention {

  private static final Set<MilestoneKind> MET_BY_NO_STEP =
      EnumSet.of(MilestoneKind.PROPOSAL, MilestoneKind.PARLIAMENT_NOTICE, MilestoneKind.OBJECTION);

  private final Deadlines deadlines;

  Attention(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  /** The errands that the case calls for now. */
  Set<Errand> of(Course course, Judgement judgement) {
    return Stream.of(overdue(course, judgement), silent(course), owed(course.home(), judgement))
        .flatMap(errands -> errands)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<Errand> overdue(Course course, Judgement judgement) {
    CaseFile file = judgement.file();
    return file.milestones().stream()
        .filter(milestone -> isOurs(milestone, course.home()))
        .filter(milestone -> awaitsDecision(file, milestone, judgement, course.today()))
        .map(milestone -> Errand.on("escalation", milestone.id()));
  }

  /** What another State's own law sets is no deadline of a body of ours. */
  private static boolean isOurs(Milestone milestone, PartyCode home) {
    return milestone.body() != null || milestone.isOf(home);
  }

  private boolean awaitsDecision(
      CaseFile file, Milestone milestone, Judgement judgement, LocalDate today) {
    Optional<Standing> late =
        judgement.standing(milestone.id()).filter(standing -> standing.status().isOverdue());
    if (late.isEmpty()) {
      return false;
    }
    if (file.isEscalated(milestone.id())) {
      return true;
    }
    int days = deadlines.days(Ladder.ESCALATION, milestone.kind(), file.bodyOf(milestone));
    ZoneId zone = late.get().due().zone();
    return late.map(Standing::daysLate).map(DaysLate::min).orElse(0) >= days
        && file.decisionsOn(milestone.id())
            .map(Decision::decidedAt)
            .noneMatch(at -> isWithin(days, at, zone, today));
  }

  private static boolean isWithin(int days, Instant at, ZoneId zone, LocalDate today) {
    return at.atZone(zone).toLocalDate().plusDays(days).isAfter(today);
  }

  /** The other sides whose turn it is since our own last act, and that have not answered. */
  private Stream<Errand> silent(Course course) {
    int days =
        deadlines.days(
            Ladder.SILENCE,
            MilestoneKind.NOTIFICATION,
            course.file().description().responsibleBody());
    Awaiting awaiting = new Awaiting(course);
    return Stream.concat(awaiting.replies(), awaiting.notices())
        .filter(code -> isSilent(course, code, days))
        .map(code -> Errand.with("chase", code.value()));
  }

  private static boolean isSilent(Course course, PartyCode party, int days) {
    return ourLastAct(course)
        .filter(ours -> ours.plusDays(days).isBefore(course.today()))
        .filter(
            ours ->
                reminders(course, party)
                    .noneMatch(last -> !last.plusDays(days).isBefore(course.today())))
        .isPresent();
  }

  /** When we signed, or told the others; of what it only read about this house reminds nobody. */
  private static Optional<LocalDate> ourLastAct(Course course) {
    return new Awaiting(course)
        .ourActs()
        .filter(event -> event.source() == null)
        .map(Event::on)
        .map(StatedDate::latest)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  private static Stream<LocalDate> reminders(Course course, PartyCode party) {
    return course
        .file()
        .standing(EventKind.REMINDED)
        .filter(event -> event.countsFor(party))
        .map(Event::on)
        .map(StatedDate::latest)
        .filter(Objects::nonNull);
  }

  private static Stream<Errand> owed(PartyCode home, Judgement judgement) {
    return judgement.file().milestones().stream()
        .filter(milestone -> MET_BY_NO_STEP.contains(milestone.kind()))
        .filter(milestone -> isOurs(milestone, home))
        .filter(
            milestone ->
                judgement
                    .standing(milestone.id())
                    .map(Standing::status)
                    .filter(Attention::isOpen)
                    .isPresent())
        .map(milestone -> Errand.on("obligation", milestone.id()));
  }

  private static boolean isOpen(Status status) {
    return !status.isOver() && !status.liftsTheDeadline() && status != Status.NOT_STARTED;
  }
}
