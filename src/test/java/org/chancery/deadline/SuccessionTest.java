package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.instrument.EventKind.*;

import org.chancery.instrument.InstrumentType;
import org.junit.jupiter.api.Test;

/** What follows a programme that ends? */
class SuccessionTest {

  @Test
  void aProgrammeThatEndsSoonHasNeitherASuccessorNorAClosingReport() {
    A alone = programme();
    assertThat(alone.contradictionsOn("2026-10-02")).isEmpty();
    assertThat(alone.contradictionsOn("2026-10-03")).containsExactly("programme-without-successor");
    assertThat(alone.contradictionOn("2026-11-21").firstHeldOn()).isEqualTo("2026-10-03");
    assertThat(alone.contradictionsOn("2027-01-01")).isEmpty();
    assertThat(programme().succeeded().contradictionsOn("2026-11-21")).isEmpty();
  }

  @Test
  void aClosingReportIsGivenTowardsTheEnd() {
    assertThat(programme().stated(REPORTED, null, "2026-11-01").contradictionsOn("2026-11-21"))
        .isEmpty();
    assertThat(programme().stated(REPORTED, null, "2023-11-01").contradictionsOn("2026-11-21"))
        .containsExactly("programme-without-successor");
  }

  @Test
  void aProgrammeThatWasRenewedOrEndedNeedsNoSuccessor() {
    assertThat(programme().stated(RENEWED, null, "2026-11-01").contradictionsOn("2026-11-21"))
        .isEmpty();
    assertThat(programme().stated(TERMINATED, null, "2026-11-01").contradictionsOn("2026-11-21"))
        .isEmpty();
  }

  @Test
  void anAgreementHasAPeriodAndNeedsNoSuccessor() {
    assertThat(A.agreement().during("2022/2026").contradictionsOn("2026-11-21")).isEmpty();
    assertThat(A.of(InstrumentType.ROADMAP).contradictionsOn("2026-11-21")).isEmpty();
  }

  private static A programme() {
    return A.of(InstrumentType.PROGRAMME).during("2022/2026");
  }
}
