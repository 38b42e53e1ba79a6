package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.process.Trail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process {@code consent}. */
@ChanceryTest
class ConsentTest {

  private static final String SIGNED_AGREEMENT =
      """
      {'type': 'AGREEMENT', 'title': {'en': 'Agreement on river basins'},
       'responsibleBody': 'ecology', 'binding': true, 'parties': [%s], 'consent': '%s',
       'events': [{'kind': 'SIGNED', 'on': '2026-01-10', 'source': {'outlet': 'An agency'}}]%s}""";

  private static final String THREE = "{'code': 'AZ'}, {'code': 'KZ'}, {'code': 'UZ'}";

  private static final String AFTER_TWO_DEPOSITS =
      ", 'entryIntoForce': {'general': {'trigger': 'DEPOSIT', 'count': 2, 'offset': 'P90D'}}";

  @Autowired Desk desk;
  @Autowired Trail trail;

  @Test
  void opensAColumnForEachParty() {
    Reference reference = open(THREE, "APPROVAL", "");
    assertThat(desk.stage(reference)).isEqualTo(Stage.CONSENT_PENDING);
    assertThat(desk.waitsAt(reference))
        .containsExactly("adopt-act", "receive-notification", "receive-notification");
  }

  @Test
  void opensNoColumnForAPartyThatNeedsOnlySign() {
    Reference reference =
        open("{'code': 'AZ'}, {'code': 'KZ', 'consent': 'SIGNATURE'}", "APPROVAL", "");
    assertThat(desk.waitsAt(reference)).containsExactly("adopt-act");
  }

  @Test
  void isReachedAtOnceWhereTheSignatureIsEnough() {
    Reference reference = open(THREE, "SIGNATURE", "");
    assertThat(desk.waitsAt(reference)).containsExactly("establish-entry-into-force");
    assertThat(trail.of(reference)).contains("consent/consent-of-each-party-to-consent-reached");
  }

  @Test
  void isNotReachedWhileAPartyIsSilent() {
    Reference reference = open(THREE, "ACCESSION", "");
    tell(reference, "DEPOSITED", "AZ");
    tell(reference, "DEPOSITED", "KZ");
    assertThat(desk.waitsAt(reference)).containsExactly("receive-notification");
  }

  @Test
  void isReachedWhenEnoughPartiesHaveDepositedForTheDateToBeSet() {
    Reference reference = open(THREE, "ACCESSION", AFTER_TWO_DEPOSITS);
    tell(reference, "DEPOSITED", "AZ");
    tell(reference, "DEPOSITED", "KZ");
    assertThat(desk.waitsAt(reference)).containsExactly("establish-entry-into-force");
    assertThat(desk.stage(reference)).isEqualTo(Stage.CONSENT_PENDING);
  }

  @Test
  void isNotReachedWithoutUsWhenOthersHaveSetTheDate() {
    Reference reference = open(THREE, "ACCESSION", AFTER_TWO_DEPOSITS);
    tell(reference, "DEPOSITED", "KZ");
    tell(reference, "DEPOSITED", "UZ");
    assertThat(desk.waitsAt(reference)).containsExactly("complete-consent");
  }

  @Test
  void isReachedForAllWhenASourceTellsOfTheEntryIntoForce() {
    Reference reference = open(THREE, "APPROVAL", "");
    tell(reference, "ENTERED_INTO_FORCE", null);
    assertThat(desk.waitsAt(reference))
        .containsExactly("enter-in-register", "publish", "register-with-un");
    assertThat(desk.stage(reference)).isEqualTo(Stage.IN_FORCE);
  }

  private void tell(Reference reference, String kind, @Nullable String party) {
    String whose = party == null ? "" : "'party': '" + party + "', ";
    desk.record(
        "mfaClerk",
        reference,
        "{'kind': '%s', %s'on': '2026-11-20', 'source': {'outlet': 'An agency'}}"
            .formatted(kind, whose));
  }

  private Reference open(String parties, String consent, String more) {
    return desk.open("ecologyClerk", SIGNED_AGREEMENT.formatted(parties, consent, more));
  }
}
