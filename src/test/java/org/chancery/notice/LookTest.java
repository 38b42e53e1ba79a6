package org.chancery.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.DaysLate;
import org.chancery.deadline.Due;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.Standing;
import org.chancery.deadline.Status;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.CaseFixture;
import org.chancery.instrument.Decision;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of a deadline as its days go by, with a clock that the test moves. */
class LookTest {

  private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
  private static final LocalDate RECORDED = LocalDate.of(2026, 6, 15);
  private static final LocalDate DUE = LocalDate.of(2026, 8, 1);
  private static final Policy POLICY =
      new Policy() {
        @Override
        public Rungs rungs(MilestoneKind kind, BodyCode body) {
          return new Rungs(Set.of(30, 7, 1), 7);
        }

        @Override
        public int escalation(MilestoneKind kind, BodyCode body) {
          return 7;
        }
      };

  private final List<Decision> decisions = new ArrayList<>();
  private @Nullable Watched before;
  private @Nullable LocalDate due = DUE;
  private boolean extended;
  private @Nullable Status overriding;

  @Test
  void remindsOnTheDaysOfTheLadderAndOnNoOther() {
    List<LocalDate> reminded = days(Kind.REMINDER, RECORDED, DUE.plusDays(22));
    assertThat(reminded)
        .containsExactly(
            DUE.minusDays(30),
            DUE.minusDays(7),
            DUE.minusDays(1),
            DUE,
            DUE.plusDays(7),
            DUE.plusDays(14),
            DUE.plusDays(21));
  }

  @Test
  void tellsOnceWhatWasMissedMeanwhile() {
    look(DUE.minusDays(40));
    assertThat(look(DUE.plusDays(5)).occasions())
        .filteredOn(occasion -> occasion.kind() == Kind.REMINDER)
        .extracting(Occasion::nth)
        .containsExactly(0);
    assertThat(look(DUE.plusDays(6)).occasions()).isEmpty();
  }

  @Test
  void tellsNothingTwiceOnOneDay() {
    look(DUE.minusDays(40));
    assertThat(look(DUE.minusDays(7)).occasions()).hasSize(1);
    assertThat(look(DUE.minusDays(7)).occasions()).isEmpty();
  }

  @Test
  void remindsNobodyOfWhatCameBeforeItWasKnown() {
    assertThat(look(DUE.minusDays(20)).occasions()).isEmpty();
    assertThat(look(DUE.minusDays(7)).occasions()).hasSize(1);
  }

  @Test
  void remindsInTheMorning() {
    look(DUE.minusDays(40));
    Instant midnight = DUE.minusDays(7).atStartOfDay(BAKU).toInstant();
    assertThat(lookAt(midnight).occasions())
        .extracting(Occasion::from)
        .containsExactly(DUE.minusDays(7).atTime(LocalTime.of(7, 0)).atZone(BAKU).toInstant());
  }

  @Test
  void remindsNobodyOfWhatIsDoneWaivedOrSuspended() {
    for (Status over : List.of(Status.DONE_ON_TIME, Status.WAIVED, Status.SUSPENDED)) {
      before = null;
      overriding = over;
      assertThat(days(Kind.REMINDER, RECORDED, DUE.plusDays(22))).as("%s", over).isEmpty();
    }
  }

  @Test
  void anExtensionBeginsTheLadderAnew() {
    days(Kind.REMINDER, RECORDED, DUE.plusDays(2));
    LocalDate later = DUE.plusDays(60);
    due = later;
    extended = true;
    assertThat(look(DUE.plusDays(3)).change()).isEqualTo(Change.EXTENDED);
    assertThat(days(Kind.REMINDER, DUE.plusDays(4), later))
        .containsExactly(later.minusDays(30), later.minusDays(7), later.minusDays(1), later);
  }

  @Test
  void tellsEachChangeOnce() {
    List<Change> changes = new ArrayList<>();
    for (LocalDate day = RECORDED.minusDays(60); day.isBefore(DUE.plusDays(9)); ) {
      Change change = look(day).change();
      if (change != null) {
        changes.add(change);
      }
      day = day.plusDays(1);
    }
    overriding = Status.DONE_LATE;
    changes.add(look(DUE.plusDays(10)).change());
    assertThat(changes).containsExactly(Change.DUE_SOON, Change.OVERDUE, Change.DONE);
    assertThat(look(DUE.plusDays(11)).change()).isNull();
  }

  @Test
  void whatIsOldIsNoNewsAtTheFirstLook() {
    Seen first = look(DUE.plusDays(100));
    assertThat(first.change()).isNull();
    assertThat(first.occasions()).isEmpty();
  }

  @Test
  void whatWasJustRecordedIsNewsAtTheFirstLook() {
    due = RECORDED.minusDays(3);
    Seen first = look(RECORDED);
    assertThat(first.change()).isEqualTo(Change.OVERDUE);
    assertThat(first.occasions()).isEmpty();
  }

  @Test
  void putsItBeforeAManagerOnceAfterSoManyDays() {
    assertThat(days(Kind.ESCALATION, RECORDED, DUE.plusDays(40))).containsExactly(DUE.plusDays(7));
  }

  @Test
  void putsItBeforeAManagerAgainWhenADecisionDidNotHelp() {
    days(Kind.ESCALATION, RECORDED, DUE.plusDays(9));
    decisions.add(chase(DUE.plusDays(10)));
    assertThat(days(Kind.ESCALATION, DUE.plusDays(10), DUE.plusDays(40)))
        .containsExactly(DUE.plusDays(17));
  }

  @Test
  void saysNothingOfWhatHasNoDate() {
    due = null;
    assertThat(days(Kind.REMINDER, RECORDED, DUE.plusDays(40))).isEmpty();
  }

  private List<LocalDate> days(Kind kind, LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1))
        .filter(day -> look(day).occasions().stream().anyMatch(occasion -> occasion.kind() == kind))
        .toList();
  }

  private Seen look(LocalDate day) {
    return lookAt(day.atTime(9, 0).atZone(BAKU).toInstant());
  }

  private Seen lookAt(Instant now) {
    CaseFile told = CaseFixture.undertaking().owing(MilestoneKind.COMPLETION, "2026-08-01").file();
    CaseFile file = new CaseFile(told.instrument(), told.milestones(), told.events(), decisions);
    Judgement judgement = new Judgement(file, List.of(standing(now)), List.of(), List.of());
    Map<Integer, Watched> known = before == null ? Map.of() : Map.of(1, before);
    Seen seen = new Look(judgement, POLICY, new PartyCode("AZ"), now).after(known).get(0);
    before = seen.watched();
    return seen;
  }

  private Standing standing(Instant now) {
    LocalDate today = now.atZone(BAKU).toLocalDate();
    StatedDate stated = due == null ? null : StatedDate.of(due);
    Due when = new Due(null, stated, due, due, null, BAKU, List.of());
    int late = due == null ? 0 : Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(due, today)));
    return new Standing(
        1, status(today), when, new DaysLate(late, late), null, null, null, null, extended);
  }

  private Status status(LocalDate today) {
    if (overriding != null) {
      return overriding;
    }
    if (due == null) {
      return Status.NOT_COMPUTABLE;
    }
    if (today.equals(due)) {
      return Status.DUE_TODAY;
    }
    if (today.isAfter(due)) {
      return Status.OVERDUE;
    }
    return today.isBefore(due.minusDays(90)) ? Status.RUNNING : Status.DUE_SOON;
  }

  private static Decision chase(LocalDate day) {
    return new Decision(
        1,
        1,
        Decision.Kind.CHASE,
        null,
        null,
        "Report",
        null,
        new BodyCode("mddt"),
        "mddtManager",
        day.atTime(10, 0).atZone(BAKU).toInstant(),
        null,
        null,
        null,
        null);
  }
}
