package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chancery.instrument.CaseFixture.agreement;
import static org.chancery.instrument.CaseFixture.treaty;
import static org.chancery.instrument.CaseFixture.undertaking;
import static org.chancery.instrument.EventFixture.event;
import static org.chancery.instrument.EventKind.*;

import java.time.LocalDate;
import java.util.List;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;

class OrderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  @Test
  void refusesADayThatLiesInTheFuture() {
    refuses(agreement(), event(DRAFTED, "2026-06-16"), "/on event.future");
    refuses(agreement(), event(DRAFTED, "2027"), "/on event.future");
    refuses(undertaking(), event(MEASURE_DONE, "2026-06-16"), "/on event.future");
    refuses(agreement(), event(DRAFTED, "2026-06-16").because("planned"), "/on event.future");
    accepts(agreement(), event(DRAFTED, "2026-06-15"));
    accepts(agreement(), event(DRAFTED, "2026"));
  }

  @Test
  void letsADaySetLieInTheFuture() {
    accepts(agreement(), event(SIGNING_PLANNED, "2026-06-15").setting("2026-09-01"));
  }

  @Test
  void refusesWhatIsOutOfOrderWithoutAReason() {
    refuses(agreement(), event(SIGNED, "2026-06-01"), "/reason event.order");
    refuses(agreement(), event(CLEARED, "2026-06-01"), "/reason event.order");
    refuses(treaty(), event(RATIFIED, "2026-06-01").by("AZ"), "/reason event.order");
    refuses(treaty(), event(LAW_ADOPTED, "2026-06-01"), "/reason event.order");
    refuses(treaty(), event(NOTIFICATION_SENT, "2026-06-01").by("AZ"), "/reason event.order");
    refuses(agreement(), event(SIGNED, "2026-06-01").because(" "), "/reason event.order");
  }

  @Test
  void acceptsItWithAReason() {
    accepts(agreement(), event(SIGNED, "2026-06-01").because("found in the archive"));
  }

  @Test
  void acceptsWhatFollowsWhatItNeeds() {
    accepts(agreement().happened(AUTHORISED, "2026-05-01"), event(SIGNED, "2026-06-01"));
    accepts(agreement().happened(AUTHORISED, "2026-05-01"), event(SIGNED, "2026-05-01"));
    accepts(treaty().signed("2026-05-01"), event(RATIFIED, "2026-06-01").by("AZ"));
    accepts(agreement(), event(PROPOSAL_SUBMITTED, "2026-05-01"));
  }

  @Test
  void refusesWhatIsDatedBeforeWhatItFollows() {
    CaseFixture authorised = agreement().happened(AUTHORISED, "2026-05-01");
    refuses(authorised, event(SIGNED, "2026-04-30"), "/on event.before");
    refuses(authorised, event(SIGNED, "2026-04"), "/on event.before");
    accepts(authorised, event(SIGNED, "2026"));
    accepts(authorised, event(SIGNED, "2026-04-30").because("antedated by agreement"));
  }

  @Test
  void eachPartyHasItsOwnOrder() {
    CaseFixture theirs = treaty().with(event(SIGNED, "2026-05-01").by("KZ"));
    refuses(theirs, event(RATIFIED, "2026-06-01").by("AZ"), "/reason event.order");
    accepts(theirs, event(RATIFIED, "2026-06-01").by("KZ"));
    CaseFixture ratified = treaty().with(event(RATIFIED, "2026-05-01").by("KZ"));
    refuses(ratified, event(NOTIFICATION_SENT, "2026-06-01").by("AZ"), "/reason event.order");
    accepts(ratified, event(NOTIFICATION_SENT, "2026-06-01").by("KZ"));
  }

  @Test
  void takesAsPassedWhatLiesBehindTheCase() {
    CaseFixture known = agreement().with(event(ENTERED_INTO_FORCE, "2020").stated());
    accepts(known, event(SIGNED, "2019-01-01"));
    accepts(known, event(PUBLISHED, "2020-06-01"));
    accepts(agreement().inForce("2026-01-01"), event(REGISTERED_UN, "2026-02-01"));
    refuses(agreement(), event(REGISTERED_UN, "2026-02-01"), "/reason event.order");
  }

  @Test
  void performanceFollowsSignatureOrConsentAndMaySoPrecedeEntryIntoForce() {
    refuses(treaty(), event(MEASURE_DONE, "2026-06-01"), "/reason event.order");
    refuses(agreement(), event(REPORTED, "2026-06-01"), "/reason event.order");
    accepts(treaty().signed("2026-05-01"), event(MEASURE_DONE, "2026-06-01"));
    accepts(treaty().signed("2026-05-01"), event(REPORTED, "2026-05-01"));
    accepts(treaty().happened(RATIFIED, "2026-05-01"), event(MEASURE_DONE, "2026-06-01"));
    accepts(treaty().happened(ACCEDED, "2026-05-01"), event(REPORTED, "2026-06-01"));
    accepts(treaty().with(event(ORIGINAL_LODGED, "2026").stated()), event(MEASURE_DONE, "2026-06"));
    refuses(treaty().signed("2026-05-01"), event(MEASURE_DONE, "2026-04-30"), "/on event.before");
    accepts(treaty(), event(MEASURE_DONE, "2026-06-01").stated());
    accepts(treaty(), event(MEASURE_DONE, "2026-06-01").because("begun before signature"));
  }

  @Test
  void nothingThatOnlyASignedInstrumentKnowsPrecedesItsSignature() {
    for (EventKind kind : List.of(PROVISIONALLY_APPLIED, RECTIFIED, RENEWED, DENOUNCED)) {
      refuses(agreement(), event(kind, "2026-06-01"), "/reason event.order");
      accepts(agreement().signed("2026-05-01"), event(kind, "2026-06-01"));
    }
  }

  @Test
  void theEarliestSignatureCountsWhicheverWasRecordedFirst() {
    CaseFixture exchanged =
        agreement()
            .with(event(SIGNED, "2026-06-10").by("KZ"))
            .with(event(SIGNED, "2026-05-01").by("AZ"));
    accepts(exchanged, event(MEASURE_DONE, "2026-05-20"));
    refuses(exchanged, event(MEASURE_DONE, "2026-04-30"), "/on event.before");
  }

  @Test
  void aSignatureThatWasSentBackIsNone() {
    CaseFixture returned =
        agreement()
            .with(event(SIGNED_AD_REFERENDUM, "2026-05-01").by("AZ"))
            .with(event(RETURNED, "2026-05-20").by("AZ"));
    refuses(returned, event(MEASURE_DONE, "2026-06-01"), "/reason event.order");
  }

  @Test
  void whatWasCorrectedIsNotThere() {
    CaseFixture undone =
        agreement()
            .happened(AUTHORISED, "2026-05-01")
            .with(event(DRAFTED, "2026-05-01").correcting(1));
    refuses(undone, event(SIGNED, "2026-06-01"), "/reason event.order");
  }

  @Test
  void acceptsWhateverASourceStates() {
    accepts(agreement(), event(SIGNED, "2030-01-01").stated());
    accepts(treaty(), event(RATIFIED, "2026-06-01").by("AZ").stated());
    accepts(agreement().happened(AUTHORISED, "2026-05-01"), event(SIGNED, "2026-04-30").stated());
  }

  @Test
  void anUndertakingHasNoOrder() {
    accepts(undertaking(), event(SIGNED, "2026-06-01"));
    accepts(undertaking(), event(PUBLISHED, "2026-06-01"));
  }

  @Test
  void saysWhatIsMissing() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> Order.check(treaty().file(), event(RATIFIED, "2026").made(), "/events/2", TODAY));
    assertThat(refusal.faults())
        .extracting(Refusal.Fault::pointer)
        .containsExactly("/events/2/reason");
    assertThat(refusal.detail().arguments())
        .containsExactly(RATIFIED, "SIGNATURE_CONFIRMED / SIGNED / SIGNED_AD_REFERENDUM");
  }

  private static void accepts(CaseFixture told, EventFixture claim) {
    assertThatCode(() -> Order.check(told.file(), claim.made(), "", TODAY))
        .doesNotThrowAnyException();
  }

  private static void refuses(CaseFixture told, EventFixture claim, String expected) {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> Order.check(told.file(), claim.made(), "", TODAY));
    assertThat(refusal).as(expected).isNotNull();
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DOES_NOT_FIT);
    assertThat(refusal.faults())
        .extracting(fault -> fault.pointer() + " " + fault.message().code())
        .containsExactly(expected);
  }
}
