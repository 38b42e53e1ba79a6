package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.instrument.EventKind.*;
import static org.chancery.instrument.MilestoneKind.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.calendar.AsOf;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Event;
import org.chancery.instrument.Milestone;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final AsOf DAY = AsOf.day(LocalDate.of(2026, 11, 21));
  private static final A BUSY =
      A.agreement()
          .binding(true)
          .computedInForce("2026-08-01")
          .due(COMPLETION, "../2026-12-31")
          .due(MEASURE, "2026-09")
          .due(MEASURE, "2026")
          .due(REPORT, null)
          .due(SIGNING, "2025-01-01", null, "AZ")
          .own(SIGNED, null, "2025-10-20")
          .stated(SIGNED, "KZ", "2025-10-20", "AZERTAC")
          .stated(SIGNED, "KZ", "2025-10-22", "525.az")
          .stated(RATIFIED, "KZ", "2025-01-01")
          .own(ENTERED_INTO_FORCE, null, "2025-05-01")
          .closes(2, MEASURE_DONE, "2026-09/2026-12");

  @Test
  void aBusyCaseHasManyFindings() {
    assertThat(BUSY.judged(DAY).findings())
        .extracting(Finding::rule)
        .containsExactly(
            "done-late",
            "not-computable",
            "at-risk",
            "at-risk",
            "due-soon",
            "consent-before-signature",
            "in-force-before-signature",
            "in-force-earlier-than-computed",
            "in-force-not-registered",
            "original-not-lodged",
            "signed-without-authority",
            "sources-disagree");
  }

  @Test
  void theOrderOfFactsNeverMatters() {
    CaseFile file = BUSY.file();
    Judgement expected = A.JUDGE.judge(file, Kin.NONE, DAY, A.TABLES);
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      List<Milestone> milestones = new ArrayList<>(file.milestones());
      List<Event> events = new ArrayList<>(file.events());
      Collections.shuffle(milestones, random);
      Collections.shuffle(events, random);
      CaseFile shuffled = new CaseFile(file.instrument(), milestones, events);
      Judgement judged = A.JUDGE.judge(shuffled, Kin.NONE, DAY, A.TABLES);
      assertThat(judged.standings()).isEqualTo(expected.standings());
      assertThat(judged.findings()).isEqualTo(expected.findings());
    }
  }

  @Test
  void manyThreadsJudgeAlike() {
    Judgement expected = BUSY.judged(DAY);
    Stream<Judgement> judged = IntStream.range(0, 400).parallel().mapToObj(i -> BUSY.judged(DAY));
    assertThat(judged.toList()).containsOnly(expected);
  }

  @Test
  void eachMilestoneHasExactlyOneStanding() {
    assertThat(BUSY.judged(DAY).standings())
        .extracting(Standing::milestone)
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void aFindingSaysWhatItIsAbout() {
    Finding finding = A.agreement().due(COMPLETION, "2026").judged(DAY).findings().get(0);
    assertThat(finding.subject().reference())
        .isEqualTo(org.chancery.instrument.Reference.of(2026, 1));
    assertThat(finding.subject().slug()).isEqualTo("example");
    assertThat(finding.subject().milestone()).isEqualTo(1);
    assertThat(finding.body()).hasToString("mddt");
    assertThat(finding.ruleVersion()).isEqualTo("2");
  }

  @Test
  void aCaseWithoutDeadlinesAndEventsHasNoFindings() {
    Judgement judged = A.agreement().judged(DAY);
    assertThat(judged.standings()).isEmpty();
    assertThat(judged.targets()).isEmpty();
    assertThat(judged.findings()).isEmpty();
  }
}
