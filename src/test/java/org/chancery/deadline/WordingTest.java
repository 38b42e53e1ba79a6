package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.instrument.EventKind.*;
import static org.chancery.instrument.MilestoneKind.*;

import java.util.Locale;
import org.chancery.instrument.Clause.General;
import org.chancery.instrument.Clause.Trigger;
import org.chancery.instrument.MilestoneKind;
import org.chancery.web.Catalogues;
import org.chancery.web.Message;
import org.junit.jupiter.api.Test;

class WordingTest {

  private static final Catalogues MESSAGES = new Catalogues("messages/finding");

  @Test
  void anOverdueMilestoneExplainsItself() {
    assertThat(explained(A.agreement().due(COMPLETION, "../2026-12-31"), "2027-01-01"))
        .isEqualTo(
            "The completion was due through 2026-12-31 (as stated by AZERTAC, 2025-10-18; zone"
                + " Asia/Baku) and no record says that it is done. It is 1 day late; the house"
                + " grants 0 days of grace.");
  }

  @Test
  void anExtendedMilestoneSaysWhenItWasFirstDueAndWhoExtendedIt() {
    A extended =
        A.agreement().due(COMPLETION, "../2026-12-31").extended("2026-11-01", "2027-03-31");
    assertThat(explained(extended, "2027-04-01"))
        .startsWith(
            "The completion was due through 2027-03-31 (as stated by AZERTAC, 2025-10-18; first"
                + " due: by 2026-12-31; extended to 2027-03-31 by mddt on the authority of Order 7;"
                + " zone Asia/Baku) and no record says that it is done.");
  }

  @Test
  void aMilestoneAtRiskExplainsItself() {
    assertThat(explained(A.agreement().due(COMPLETION, "2030"), "2030-06-01"))
        .startsWith("The completion may be late: its deadline lies between 2030-01-01 and");
  }

  @Test
  void aContradictionNamesItsFacts() {
    A early =
        A.agreement().stated(SIGNED, null, "../2026-03-01").stated(AUTHORISED, "AZ", "2026-03-02");
    assertThat(explained(early, "2026-11-21"))
        .startsWith(
            "The parties signed (by 2026-03-01, stated by AZERTAC) before authority to sign was"
                + " given (2026-03-02, stated by AZERTAC).");
  }

  @Test
  void theWorkingOfAnEntryIntoForceIsReadable() {
    General clause = new General(Trigger.SIGNATURE, null, null, "P3M", null, null, null, null);
    EntryIntoForce force =
        A.agreement().clause(clause).stated(SIGNED, null, "2026-01").forceOn("2026-11-21");
    assertThat(force.working().stream().map(WordingTest::text))
        .containsExactly(
            "The first signature that counts: 2026-01.",
            "3 months after that, not counting that day: 2026-04.");
  }

  @Test
  void eachKindOfMilestoneHasAWord() {
    for (MilestoneKind kind : MilestoneKind.values()) {
      assertThat(text(Message.of("finding.milestone." + kind))).isNotBlank();
    }
  }

  @Test
  void noSentenceHasAnEmptyPlace() {
    Judgement judgement =
        A.agreement()
            .due(REPORT, null)
            .due(REPORT, "2026/..")
            .due(MEASURE, "2026-06")
            .due(MEASURE, "2026-12-31")
            .own(SIGNED, null, "2025-10-20")
            .judgedOn("2026-11-21");
    assertThat(judgement.findings().stream().map(finding -> text(finding.explanation())))
        .hasSizeGreaterThan(4)
        .noneMatch(text -> text.contains("{") || text.contains("null"));
  }

  private static String explained(A file, String day) {
    return text(file.judgedOn(day).findings().get(0).explanation());
  }

  private static String text(Message message) {
    return MESSAGES.getMessage(message, Locale.ENGLISH);
  }
}
