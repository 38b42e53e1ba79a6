package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Event;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;

/** What holds for every case: the cases are those of the {@link Population}. */
class JudgePropertiesTest {

  private static final int TRIES = 1_000;

  @Property(tries = TRIES)
  void theOrderOfFactsNeverMatters(@ForAll("cases") Population.Case made, @ForAll Random random) {
    CaseFile file = made.file();
    List<Milestone> milestones = new ArrayList<>(file.milestones());
    List<Event> events = new ArrayList<>(file.events());
    Collections.shuffle(milestones, random);
    Collections.shuffle(events, random);
    CaseFile shuffled = new CaseFile(file.instrument(), milestones, events);
    Judgement expected = judged(file, made.kin(), Population.DAY);
    Judgement judgement = judged(shuffled, made.kin(), Population.DAY);
    assertThat(judgement.standings()).isEqualTo(expected.standings());
    assertThat(judgement.findings()).isEqualTo(expected.findings());
  }

  @Property(tries = TRIES)
  void judgingTwiceIsTheSame(@ForAll("cases") Population.Case made, @ForAll("days") LocalDate day) {
    assertThat(judged(made.file(), made.kin(), day))
        .isEqualTo(judged(made.file(), made.kin(), day));
  }

  /** What is overdue stays so until it is done; a computed entry into force comes by itself. */
  @Property(tries = TRIES)
  void timeAloneNeverTurnsOverdueIntoNotYetDue(
      @ForAll("cases") Population.Case made,
      @ForAll("days") LocalDate day,
      @ForAll @IntRange(max = 800) int later) {
    CaseFile settled = made.file().until(day);
    Judgement before = judged(settled, made.kin(), day);
    Judgement after = judged(settled, made.kin(), day.plusDays(later));
    for (Milestone milestone : before.file().milestones()) {
      Status now = standing(before, milestone);
      boolean byItself = milestone.kind() == MilestoneKind.ENTRY_INTO_FORCE;
      if (now.isOverdue() && !byItself) {
        Status then = standing(after, milestone);
        assertThat(then.isOverdue() || isClosed(then)).as("%s", milestone).isTrue();
      }
    }
  }

  /** A wider date says less, so it accuses nobody sooner. */
  @Property(tries = TRIES)
  void aWiderDateNeverMakesAnythingOverdueSooner(
      @ForAll("cases") Population.Case made, @ForAll("days") LocalDate day) {
    CaseFile wide = withDue(made.file(), JudgePropertiesTest::wider);
    List<Standing> before = judged(made.file(), made.kin(), day).standings();
    List<Standing> after = judged(wide, made.kin(), day).standings();
    for (int i = 0; i < before.size(); i++) {
      if (after.get(i).status().isOverdue()) {
        assertThat(before.get(i).status().isOverdue() || isClosed(before.get(i).status()))
            .as("%s, wider %s", before.get(i), after.get(i))
            .isTrue();
      }
    }
  }

  @Provide
  Arbitrary<Population.Case> cases() {
    return Arbitraries.integers()
        .between(1, 900_000)
        .flatMap(
            number ->
                Arbitraries.integers()
                    .between(1, 8)
                    .map(milestones -> new Population(11, milestones).of(number)));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(-400, 900).map(Population.DAY::plusDays);
  }

  /** By the law and the house's own terms, which set further deadlines. */
  private static Judgement judged(CaseFile file, Kin kin, LocalDate day) {
    return A.JUDGE.judge(file, kin, AsOf.day(day), A.LAWFUL);
  }

  /** How the deadline stands, whatever number it has there. */
  private static Status standing(Judgement judgement, Milestone milestone) {
    return judgement.file().milestones().stream()
        .filter(each -> each.numbered(0).equals(milestone.numbered(0)))
        .flatMap(each -> judgement.standing(each.id()).stream())
        .map(Standing::status)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isClosed(Status status) {
    return status.compareTo(Status.SUSPENDED) <= 0;
  }

  private static StatedDate wider(StatedDate date) {
    String text = date.edtf();
    if (text.startsWith("X")) {
      return date;
    }
    return switch (text.length()) {
      case 7 -> new StatedDate(text.substring(0, 4));
      case 4, 10 -> new StatedDate(text + "~");
      default -> date;
    };
  }

  private static CaseFile withDue(CaseFile file, UnaryOperator<StatedDate> change) {
    List<Milestone> milestones =
        file.milestones().stream()
            .map(each -> each.due() == null ? each : due(each, change.apply(each.due())))
            .toList();
    return new CaseFile(file.instrument(), milestones, file.events());
  }

  private static Milestone due(Milestone old, StatedDate due) {
    return new Milestone(
        old.id(),
        old.kind(),
        old.name(),
        due,
        old.planned(),
        old.statedAs(),
        old.body(),
        old.party(),
        old.basis(),
        old.source(),
        old.statutory(),
        old.recordedAt());
  }
}
