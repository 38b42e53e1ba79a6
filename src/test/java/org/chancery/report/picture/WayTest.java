package org.chancery.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.instrument.EventFixture.event;

import java.time.LocalDate;
import org.chancery.instrument.CaseFixture;
import org.chancery.instrument.Consent;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Stage;
import org.chancery.report.picture.Way.Part;
import org.junit.jupiter.api.Test;

/** The way of a case through its stages. The cases are opened on 15 June 2026. */
class WayTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Test
  void goesFromStageToStageWithoutAGap() {
    Way way =
        Way.of(
            CaseFixture.agreement()
                .consent(Consent.APPROVAL)
                .happened(EventKind.DRAFTED, "2026-07-01")
                .with(event(EventKind.INITIALLED, "2026-08-01"))
                .signed("2026-09-01")
                .file(),
            TODAY);
    assertThat(way.parts())
        .containsExactly(
            new Part(Stage.INITIATIVE, LocalDate.of(2026, 6, 15), LocalDate.of(2026, 6, 30)),
            new Part(Stage.DRAFTING, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31)),
            new Part(Stage.INITIALLED, LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31)),
            new Part(Stage.CONSENT_PENDING, LocalDate.of(2026, 9, 1), TODAY));
  }

  @Test
  void beginsLongBeforeTheRegisterDidWhereItsEventsDo() {
    Way way = Way.of(CaseFixture.memorandum().signed("2005-03-01").file(), TODAY);
    assertThat(way.parts().get(0).from()).isEqualTo(LocalDate.of(2005, 3, 1));
    assertThat(way.parts()).hasSize(1);
  }

  @Test
  void turnsOnTheDayItEnteredIntoForce() {
    Way way =
        Way.of(
            CaseFixture.agreement()
                .consent(Consent.APPROVAL)
                .signed("2026-01-10")
                .inForce("2026-10-01")
                .file(),
            TODAY);
    assertThat(way.parts())
        .extracting(Part::stage)
        .containsExactly(Stage.CONSENT_PENDING, Stage.IN_FORCE);
    assertThat(way.parts().get(1).from()).isEqualTo(LocalDate.of(2026, 10, 1));
  }

  @Test
  void takesAnImpreciseEventByTheDayItHadSurelyHappened() {
    Way way = Way.of(CaseFixture.memorandum().signed("2026-09").file(), TODAY);
    assertThat(way.parts().get(1).from()).isEqualTo(LocalDate.of(2026, 9, 30));
  }

  @Test
  void doesNotLookAhead() {
    Way way =
        Way.of(CaseFixture.memorandum().signed("2026-09-01").file(), LocalDate.of(2026, 8, 1));
    assertThat(way.parts()).extracting(Part::stage).containsExactly(Stage.INITIATIVE);
  }

  @Test
  void isEmptyBeforeItBegan() {
    assertThat(
            Way.of(CaseFixture.memorandum().signed("2026-09-01").file(), LocalDate.of(2020, 1, 1))
                .parts())
        .isEmpty();
  }
}
