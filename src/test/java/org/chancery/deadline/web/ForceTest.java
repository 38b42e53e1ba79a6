package org.chancery.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The entry into force as a program reads it. */
@ChanceryTest
class ForceTest {

  @LocalServerPort int port;

  @Test
  void theInstrumentAndEachPartyHaveADateWithItsWorking() {
    JsonNode answer = clerk().get(opened()).body();
    JsonNode instrument = answer.path("instrument");
    assertThat(instrument.path("date").asText()).isEqualTo("2026-02-09");
    assertThat(instrument.path("state").asText()).isEqualTo("COMPUTED");
    assertThat(instrument.path("needed").asInt(-1)).isZero();
    assertThat(instrument.path("working").get(0).asText())
        .isEqualTo("Deposits by as many as the clause counts (1): 2026-01-10.");
    JsonNode later = answer.path("parties").get(1);
    assertThat(later.path("code").asText()).isEqualTo("KZ");
    assertThat(later.path("date").asText()).isEqualTo("2026-04-01");
    assertThat(later.path("working").get(0).asText())
        .isEqualTo("It joins later, by its own act (deposit): 2026-03-10.");
  }

  @Test
  void onlyWhatHadHappenedByTheDayCounts() {
    JsonNode answer = clerk().get(opened() + "?asOf=2026-01-09").body();
    assertThat(answer.path("instrument").path("state").asText()).isEqualTo("PENDING");
    assertThat(answer.path("instrument").path("needed").asInt()).isEqualTo(1);
    assertThat(answer.path("instrument").path("date").isNull()).isTrue();
  }

  @Test
  void theWorkingSpeaksTheLanguageOfTheCaller() {
    JsonNode answer = clerk().get(opened(), "Accept-Language", "az").body();
    assertThat(answer.path("parties").get(1).path("working").get(0).asText())
        .contains("sonradan qoşulur");
  }

  @Test
  void aCaseWasNotKnownBeforeItWasOpened() {
    Caller.Answer answer = clerk().get(opened() + "?knownAt=2026-01-01T00:00:00Z");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().path("detail").asText()).contains("not known yet");
  }

  @Test
  void anotherBodyDoesNotSeeIt() {
    assertThat(clerk().as("energyClerk").get(opened()).status()).isEqualTo(404);
  }

  private String opened() {
    String reference =
        clerk()
            .post(
                "/api/instruments",
                """
                {'type': 'AGREEMENT', 'title': {'en': 'Open to others'}, 'responsibleBody': 'mddt',
                 'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
                 'entryIntoForce': {
                   'general': {'trigger': 'DEPOSIT', 'count': 1, 'offset': 'P30D'},
                   'perParty': {'trigger': 'DEPOSIT', 'align': 'FIRST_DAY_OF_FOLLOWING_MONTH',
                                'appliesTo': 'AFTER_THRESHOLD'}},
                 'events': [
                   {'kind': 'DEPOSITED', 'party': 'KZ', 'on': '2026-03-10', 'source': {'outlet': 'UN'}},
                   {'kind': 'DEPOSITED', 'party': 'AZ', 'on': '2026-01-10', 'source': {'outlet': 'UN'}}]}""")
            .body()
            .path("reference")
            .asText();
    return "/api/instruments/" + reference + "/entry-into-force";
  }

  private Caller clerk() {
    return Caller.at(port, "mddtClerk");
  }
}
