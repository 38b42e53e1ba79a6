package org.chancery.instrument;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.instrument.EventKind.Phase;
import org.junit.jupiter.api.Test;

/** The words with fixed spelling: clients are written against them. */
class WordsTest {

  @Test
  void theKindsOfInstrumentAreSpelledAsPublished() {
    assertThat(names(InstrumentType.values()))
        .isEqualTo(
            "TREATY AGREEMENT PROTOCOL INTER_AGENCY_AGREEMENT EXCHANGE_OF_NOTES MEMORANDUM"
                + " DECLARATION MINUTES PROGRAMME ROADMAP UNDERTAKING ARRANGEMENT UNSPECIFIED");
  }

  @Test
  void theStagesAreSpelledAsPublished() {
    assertThat(names(Stage.values()))
        .isEqualTo(
            "UNKNOWN INITIATIVE DRAFTING CLEARANCE AUTHORISATION INITIALLED SIGNED CONSENT_PENDING"
                + " IN_FORCE RUNNING IN_EFFECT PERFORMED EXPIRED TERMINATED WITHDRAWN");
  }

  @Test
  void theKindsOfEventAreSpelledAsPublishedAndBelongToTheirPartOfTheWay() {
    assertThat(kinds(Phase.PREPARATION))
        .isEqualTo(
            "PROPOSAL_SUBMITTED DRAFTED EXPERTISE_GIVEN CLEARED OBJECTED RETURNED AUTHORISED"
                + " INITIALLED SIGNING_PLANNED SIGNING_POSTPONED");
    assertThat(kinds(Phase.BESIDE)).isEqualTo("REMINDED");
    assertThat(kinds(Phase.SIGNATURE))
        .isEqualTo("SIGNED SIGNED_AD_REFERENDUM SIGNATURE_CONFIRMED ORIGINAL_LODGED");
    assertThat(kinds(Phase.CONSENT))
        .isEqualTo(
            "SUBMITTED_TO_PARLIAMENT CONSIDERED_BY_COMMITTEE PASSED_BY_PARLIAMENT LAW_ADOPTED"
                + " REFUSED_BY_PARLIAMENT PARLIAMENT_INFORMED"
                + " HEAD_OF_STATE_ACT GOVERNMENT_ACT RATIFIED APPROVED ACCEPTED ACCEDED"
                + " NOTIFICATION_SENT NOTIFICATION_RECEIVED NOTE_RETURNED EXCHANGED DEPOSITED"
                + " CONSENT_WITHDRAWN NOTIFIED_BY_DEPOSITARY RESERVATION_MADE"
                + " RESERVATION_OBJECTED");
    assertThat(kinds(Phase.AFTER) + " " + kinds(Phase.END))
        .isEqualTo(
            "PROVISIONALLY_APPLIED ENTERED_INTO_FORCE PUBLISHED ENTERED_IN_REGISTER REGISTERED_UN"
                + " RECTIFIED MEASURE_DONE REPORTED RENEWED DENOUNCED TERMINATED EXPIRED"
                + " WITHDRAWN");
  }

  @Test
  void eachMilestoneIsClosedByThePublishedKinds() {
    assertThat(
            Arrays.stream(MilestoneKind.values())
                .collect(toMap(Enum::name, kind -> names(kind.closedBy()))))
        .hasSize(18)
        .containsEntry("SIGNING", "SIGNED")
        .containsEntry("CONSENT", "RATIFIED APPROVED ACCEPTED ACCEDED")
        .containsEntry("NOTIFICATION", "NOTIFICATION_SENT NOTIFICATION_RECEIVED")
        .containsEntry("ENTRY_INTO_FORCE", "ENTERED_INTO_FORCE")
        .containsEntry("PROPOSAL", "PROPOSAL_SUBMITTED")
        .containsEntry("PARLIAMENT_NOTICE", "PARLIAMENT_INFORMED")
        .containsEntry("OBJECTION", "RESERVATION_OBJECTED")
        .containsEntry("REGISTRATION", "REGISTERED_UN")
        .containsEntry("NATIONAL_REGISTER", "ENTERED_IN_REGISTER")
        .containsEntry("PUBLICATION", "PUBLISHED")
        .containsEntry("LODGING", "ORIGINAL_LODGED")
        .containsEntry("CLEARANCE", "CLEARED")
        .containsEntry("AUTHORISATION", "AUTHORISED")
        .containsEntry("EXPERTISE", "EXPERTISE_GIVEN")
        .containsEntry("MEASURE", "MEASURE_DONE")
        .containsEntry("COMPLETION", "MEASURE_DONE")
        .containsEntry("REPORT", "REPORTED")
        .containsEntry("RENEWAL", "RENEWED TERMINATED EXPIRED");
  }

  @Test
  void onlyMeasuresCompletionsAndReportsBelongToPerformance() {
    assertThat(Arrays.stream(MilestoneKind.values()).filter(MilestoneKind::isPerformance))
        .containsExactly(MilestoneKind.MEASURE, MilestoneKind.COMPLETION, MilestoneKind.REPORT);
  }

  @Test
  void threeKindsOfEventSetADate() {
    assertThat(Arrays.stream(EventKind.values()).filter(EventKind::setsADate).map(Enum::name))
        .containsExactly("SIGNING_PLANNED", "SIGNING_POSTPONED", "NOTIFIED_BY_DEPOSITARY");
  }

  @Test
  void fourKindsOfEventCompleteAPartysConsent() {
    assertThat(
            Arrays.stream(EventKind.values()).filter(EventKind::completesConsent).map(Enum::name))
        .containsExactly("RATIFIED", "APPROVED", "ACCEPTED", "ACCEDED");
  }

  private static String kinds(Phase phase) {
    return names(Stream.of(EventKind.values()).filter(kind -> kind.phase() == phase));
  }

  private static String names(Set<EventKind> kinds) {
    return names(kinds.stream().sorted());
  }

  private static String names(Enum<?>... values) {
    return names(Stream.of(values));
  }

  private static String names(Stream<? extends Enum<?>> values) {
    return String.join(" ", values.<String>map(Enum::name).toList());
  }
}
