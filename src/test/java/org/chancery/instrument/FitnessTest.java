package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chancery.instrument.CaseFixture.agreement;
import static org.chancery.instrument.CaseFixture.undertaking;
import static org.chancery.instrument.EventFixture.event;
import static org.chancery.instrument.EventKind.*;

import java.io.IOException;
import java.util.List;
import org.chancery.instrument.Clause.General;
import org.chancery.instrument.Clause.Trigger;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class FitnessTest {

  private final Fitness fitness =
      new Fitness(
          new Organisations(new ClassPathResource("rules/instrument/organisations.csv")),
          RegisterFixture.bodies());

  FitnessTest() throws IOException {}

  @Test
  void acceptsACaseThatHangsTogether() {
    accepts(
        agreement()
            .parties("AZ", "KZ", "OTS")
            .participating("mfa")
            .owedByBody("energy", MilestoneKind.MEASURE)
            .owedBy("KZ", MilestoneKind.CONSENT)
            .with(event(SIGNING_PLANNED, "2026-01-01").setting("2026-05"))
            .with(event(RATIFIED, "2026-02-01").by("KZ").closing(2))
            .with(event(RESERVATION_MADE, "2026-02-01").by("KZ"))
            .with(event(RESERVATION_OBJECTED, "2026-03-01").by("AZ").answering(3)));
  }

  @Test
  void refusesAPartyTwice() {
    refuses(agreement().parties("AZ", "KZ", "AZE"), "/parties/2/code party.twice");
  }

  @Test
  void refusesAnUnknownParty() {
    refuses(agreement().parties("AZ", "ZZ"), "/parties/1/code party.unknown");
    refuses(agreement().parties("AZ", "NATO"), "/parties/1/code party.unknown");
    accepts(agreement().parties("AZ", "UN"));
  }

  @Test
  void refusesTooFewParties() {
    refuses(agreement().parties("AZ"), "/parties party.few");
    accepts(undertaking().parties("AZ"));
  }

  @Test
  void acceptsSeveralHundredParties() {
    String[] all = java.util.Locale.getISOCountries();
    assertThat(all).hasSizeGreaterThan(200);
    accepts(agreement().parties(all));
  }

  @Test
  void refusesUnknownBodies() {
    refuses(agreement().responsible("nobody"), "/responsibleBody body.unknown");
    refuses(agreement().participating("mfa", "nobody"), "/participatingBodies/1 body.unknown");
    refuses(
        agreement().owing(MilestoneKind.SIGNING).owedByBody("nobody", MilestoneKind.MEASURE),
        "/milestones/1/body body.unknown");
    refuses(agreement().with(event(CLEARED, "2026").of("nobody")), "/events/0/body body.unknown");
  }

  @Test
  void refusesPartiesThatAreNone() {
    refuses(agreement().owedBy("TR", MilestoneKind.CONSENT), "/milestones/0/party milestone.party");
    refuses(agreement().with(event(SIGNED, "2026").by("TR")), "/events/0/party event.party");
  }

  @Test
  void refusesNumbersOfNothing() {
    CaseFixture owing = agreement().owing(MilestoneKind.SIGNING);
    refuses(
        owing.with(event(SIGNED, "2026").closing(2)).with(event(SIGNED, "2026").closing(0)),
        "/events/0/milestone milestone.unknown",
        "/events/1/milestone milestone.unknown");
    refuses(
        agreement().with(event(RECTIFIED, "2026").answering(1)),
        "/events/0/refersTo event.unknown");
    refuses(
        agreement().signed("2025").with(event(SIGNED, "2026").correcting(2)),
        "/events/1/corrects event.unknown");
  }

  @Test
  void refusesASecondCorrectionOfOneEvent() {
    CaseFixture once = agreement().signed("2024").with(event(SIGNED, "2025").correcting(1));
    accepts(once);
    refuses(once.with(event(SIGNED, "2026").correcting(1)), "/events/2/corrects event.corrected");
  }

  @Test
  void anObjectionNamesTheReservation() {
    refuses(
        agreement().with(event(RESERVATION_OBJECTED, "2026").by("AZ")),
        "/events/0/refersTo event.refersTo");
  }

  @Test
  void onlyWhatSetsADateSaysWhich() {
    refuses(agreement().with(event(SIGNING_PLANNED, "2026")), "/events/0/for event.for");
    refuses(
        agreement().with(event(SIGNED, "2026").setting("2027")), "/events/0/for event.forUnfit");
  }

  @Test
  void aFixedDateIsStated() {
    refuses(agreement().clause(fixed()), "/entryIntoForce/general/on clause.on");
  }

  @Test
  void findsAllFaultsAtOnce() {
    refuses(
        agreement()
            .parties("AZ", "ZZ")
            .responsible("nobody")
            .owedBy("TR", MilestoneKind.CONSENT)
            .with(event(SIGNED, "2026").by("TR").closing(9)),
        "/parties/1/code party.unknown",
        "/responsibleBody body.unknown",
        "/milestones/0/party milestone.party",
        "/events/0/party event.party",
        "/events/0/milestone milestone.unknown");
  }

  @Test
  void checksWhatIsAddedToACase() {
    CaseFile file = agreement().owing(MilestoneKind.SIGNING).signed("2025").file();
    assertThatCode(() -> fitness.check(event(SIGNED, "2026").closing(1).correcting(1).made(), file))
        .doesNotThrowAnyException();
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> fitness.check(event(SIGNED, "2026").closing(2).correcting(2).made(), file));
    assertThat(told(refusal))
        .containsExactly("/milestone milestone.unknown", "/corrects event.unknown");
  }

  private static Clause fixed() {
    return new Clause(
        new General(Trigger.FIXED_DATE, null, null, null, null, null, null, null), null);
  }

  private void accepts(CaseFixture told) {
    assertThatCode(() -> fitness.check(told.opening())).doesNotThrowAnyException();
  }

  private void refuses(CaseFixture told, String... expected) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> fitness.check(told.opening()));
    assertThat(refusal).isNotNull();
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID_BODY);
    assertThat(told(refusal)).containsExactly(expected);
  }

  private static List<String> told(Refusal refusal) {
    return refusal.faults().stream()
        .map(fault -> fault.pointer() + " " + fault.message().code())
        .toList();
  }
}
