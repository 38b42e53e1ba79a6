package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.instrument.EventKind.AUTHORISED;
import static org.chancery.instrument.EventKind.ORIGINAL_LODGED;
import static org.chancery.instrument.EventKind.SIGNED;

import org.chancery.access.BodyCode;
import org.chancery.document.Hands;
import org.chancery.document.Holder;
import org.junit.jupiter.api.Test;

/** Is it known who has the originals? */
class CustodyTest {

  private static final String NOW = "2026-11-21";
  private static final Holder MDDT = Holder.of(new BodyCode("mddt"));
  private static final Holder ENERGY = Holder.of(new BodyCode("energy"));
  private static final Holder ARCHIVE = new Holder(null, "National Archive");

  @Test
  void anOriginalIsUnderWayAndNobodyHasConfirmedItsReceiptInTime() {
    A late = A.agreement().on(given());
    assertThat(late.contradictionsOn("2026-11-09")).isEmpty();
    assertThat(late.contradictionsOn("2026-11-13")).isEmpty();
    assertThat(late.contradictionsOn("2026-11-14")).containsExactly("receipt-overdue");
    Finding finding = late.contradictionOn(NOW);
    assertThat(finding.firstHeldOn()).isEqualTo("2026-11-14");
    assertThat(finding.body()).isEqualTo(ENERGY.body());
    assertThat(finding.facts()).extracting(Finding.Fact::name).containsExactly("1", "energy");
    assertThat(A.agreement().on(given().received("2026-11-20")).contradictionsOn(NOW)).isEmpty();
    assertThat(A.agreement().on(given().refused("2026-11-20")).contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void ofAReceiverOutsideTheGiverMustConfirmTheReceipt() {
    A late = A.agreement().on(Hands.of(MDDT, "2026-11-02").gives(ARCHIVE, "2026-11-10"));
    assertThat(late.contradictionOn(NOW).body()).isEqualTo(MDDT.body());
  }

  @Test
  void aHandoverWhoseDayIsNotExactCountsFromItsLastDay() {
    A vague = A.agreement().on(Hands.of(MDDT, "2026-10").gives(ENERGY, "2026-11"));
    assertThat(vague.contradictionsOn("2026-11-23")).isEmpty();
    assertThat(vague.contradictionsOn("2026-11-24")).containsExactly("receipt-overdue");
  }

  @Test
  void anOriginalWasHandedOverBySomebodyWhoDidNotHaveIt() {
    A gap =
        A.agreement()
            .on(
                Hands.of(MDDT, "2026-11-02")
                    .gives(ARCHIVE, ENERGY, "2026-11-10")
                    .received("2026-11-11"));
    assertThat(gap.contradictionsOn("2026-11-09")).isEmpty();
    assertThat(gap.contradictionsOn(NOW)).containsExactly("custody-gap");
    assertThat(gap.contradictionOn(NOW).facts())
        .extracting(Finding.Fact::name)
        .containsExactly("1", "National Archive", "mddt");
    assertThat(gap.contradictionOn(NOW).firstHeldOn()).isEqualTo("2026-11-10");
    assertThat(A.agreement().on(given().received("2026-11-11")).contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void thisHouseLodgedAnOriginalThatNeverCameToTheRegistry() {
    assertThat(lodged().on().contradictionsOn(NOW)).containsExactly("lodged-and-not-held");
    assertThat(lodged().on(Hands.of(MDDT, "2026-11-02")).contradictionsOn(NOW))
        .containsExactly("lodged-and-not-held");
    assertThat(lodged().on(Hands.of(Holder.REGISTRY, "2026-11-15")).contradictionsOn(NOW))
        .isEmpty();
    Hands lentOut =
        Hands.of(Holder.REGISTRY, "2026-11-15").gives(ENERGY, "2026-11-18").received("2026-11-19");
    assertThat(lodged().on(lentOut).contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void whereNobodyHasLookedNothingIsSaid() {
    assertThat(lodged().contradictionsOn(NOW)).isEmpty();
    A reported =
        A.agreement()
            .stated(SIGNED, null, "2026-11-01")
            .stated(ORIGINAL_LODGED, null, "2026-11-15");
    assertThat(reported.on().contradictionsOn(NOW)).isEmpty();
  }

  private static Hands given() {
    return Hands.of(MDDT, "2026-11-02").gives(ENERGY, "2026-11-10");
  }

  private static A lodged() {
    return A.agreement()
        .own(AUTHORISED, "AZ", "2026-10-01")
        .own(SIGNED, null, "2026-11-01")
        .own(ORIGINAL_LODGED, null, "2026-11-15");
  }
}
