package org.chancery.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.chancery.Caller;
import org.chancery.Caller.Answer;
import org.chancery.ChanceryTest;
import org.chancery.TestTime;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Originals over HTTP: registered, handed over, received, refused. */
@ChanceryTest
class CustodyControllerTest {

  private static final String REGISTERED =
      "{'kind': 'REGISTERED', 'party': 'AZ', 'languages': ['az', 'kk'], 'on': '2026-11-02',"
          + " 'holder': {'body': 'mddt'}, 'remark': 'Bound in red'}";
  private static final String TO_ENERGY =
      "{'kind': 'HANDED_OVER', 'original': 1, 'holder': {'body': 'energy'}, 'on': '2026-11-10'}";
  private static final String RECEIVED = "{'kind': 'RECEIVED', 'original': 1, 'on': '2026-11-12'}";

  @LocalServerPort int port;

  @Test
  void anOriginalGoesFromHandToHand() {
    String custody = open();
    Answer registered = as("mddtClerk").post(custody, REGISTERED);
    assertThat(registered.status()).as("%s", registered.body()).isEqualTo(201);
    assertThat(registered.header("Location")).isEqualTo(custody + "/1");
    assertHolder(registered.body(), "mddt", "2026-11-02");
    assertThat(as("energyClerk").get(custody).status()).isEqualTo(404);

    JsonNode underWay = as("mddtClerk").post(custody, TO_ENERGY).body();
    assertHolder(underWay, "mddt", "2026-11-02");
    assertThat(underWay.at("/underWay/to/body").asText()).isEqualTo("energy");

    Answer received = as("energyClerk").post(custody, RECEIVED);
    assertThat(received.status()).as("%s", received.body()).isEqualTo(201);
    assertHolder(received.body(), "energy", "2026-11-12");
    assertThat(received.body().path("underWay").isNull()).isTrue();
    assertThat(received.body().path("stations")).hasSize(2);
    assertThat(received.body().path("history")).hasSize(3);
    assertThat(received.body().path("languages")).hasSize(2);

    Answer one = as("mddtClerk").get(custody + "/1");
    assertThat(one.body()).isEqualTo(received.body());
    assertThat(one.header("ETag")).isNotEmpty();
    assertThat(changes(custody))
        .endsWith("ORIGINAL_REGISTERED", "ORIGINAL_HANDED_OVER", "ORIGINAL_RECEIVED");
  }

  @Test
  void theReceiverMayRefuseItAndTheGiverStillHasIt() {
    String custody = registered();
    as("mddtClerk").post(custody, TO_ENERGY);
    String refusal = "{'kind': 'REFUSED', 'original': 1, 'on': '2026-11-11'%s}";
    Answer silent = as("energyClerk").post(custody, refusal.formatted(""));
    assertThat(silent.status()).isEqualTo(400);
    assertFault(silent, "/reason");
    Answer refused =
        as("energyClerk").post(custody, refusal.formatted(", 'reason': 'A page is missing'"));
    assertThat(refused.status()).isEqualTo(201);
    assertHolder(refused.body(), "mddt", "2026-11-02");
    assertThat(refused.body().path("underWay").isNull()).isTrue();
    assertThat(as("mddtClerk").post(custody, TO_ENERGY).status()).isEqualTo(201);
  }

  @Test
  void theGiverRecordsTheReceiptOfSomebodyOutside() {
    String custody = registered();
    Answer given =
        as("mddtClerk")
            .post(
                custody,
                "{'kind': 'HANDED_OVER', 'original': 1, 'on': '2026-11-10',"
                    + " 'holder': {'outside': 'National Archive'}}");
    assertThat(given.status()).isEqualTo(201);
    JsonNode there = as("mddtClerk").post(custody, RECEIVED).body();
    assertThat(there.at("/holder/outside").asText()).isEqualTo("National Archive");
    String onwards = TO_ENERGY.replace("-10", "-13");
    assertThat(as("mddtClerk").post(custody, onwards).status()).isEqualTo(201);
  }

  @Test
  void everybodyDoesWhatIsHersAndNoMore() {
    String custody = registered();
    assertThat(as("healthClerk").get(custody).status()).isEqualTo(404);
    assertThat(as("healthClerk").post(custody, TO_ENERGY).status()).isEqualTo(404);
    assertThat(as("lawyer").post(custody, TO_ENERGY).status()).isEqualTo(403);
    assertThat(as("mddtClerk").post(custody, REGISTERED.replace("'mddt'", "'energy'")).status())
        .isEqualTo(403);
    as("mddtClerk").post(custody, TO_ENERGY);
    assertThat(as("mddtClerk").post(custody, RECEIVED).status()).isEqualTo(403);
    assertThat(as("lawyer").post(custody, RECEIVED).status()).isEqualTo(403);
    assertThat(as("energyManager").post(custody, RECEIVED).status()).isEqualTo(201);
    assertThat(as("mddtClerk").post(custody, TO_ENERGY).status()).isEqualTo(403);
    String toHealth = TO_ENERGY.replace("energy", "health").replace("-10", "-13");
    assertThat(as("mfaClerk").post(custody, toHealth).status()).isEqualTo(201);
    assertThat(as("mfaClerk").post(custody, RECEIVED.replace("-12", "-14")).status())
        .isEqualTo(403);
    assertThat(as("registrar").post(custody, RECEIVED.replace("-12", "-14")).status())
        .isEqualTo(201);
  }

  @Test
  void whatDoesNotFitIsRefusedWithItsPlace() {
    String custody = registered();
    refused(custody, "{'kind': 'HANDED_OVER', 'original': 1, 'on': '2026-11-10'}", 400, "/holder");
    refused(custody, TO_ENERGY.replace("}, ", ", 'outside': 'X'}, "), 400, "/holder");
    refused(custody, TO_ENERGY.replace("'on'", "'party': 'AZ', 'on'"), 400, "/party");
    refused(custody, TO_ENERGY.replace("2026-11-10", "2026-11-22"), 422, "/on");
    refused(custody, TO_ENERGY.replace("2026-11-10", "2026-11-01"), 422, "/on");
    refused(custody, TO_ENERGY.replace("': 1", "': 2"), 422, "/original");
    refused(custody, TO_ENERGY.replace("energy", "nobody"), 422, "/holder/body");
    refused(custody, TO_ENERGY.replace("energy", "mddt"), 422, "/holder");
    refused(custody, REGISTERED.replace("AZ", "FR"), 422, "/party");
    refused(custody, TO_ENERGY.replace("'on'", "'from': {'body': 'health'}, 'on'"), 422, "/reason");
    as("mddtClerk").post(custody, TO_ENERGY);
    refused(custody, RECEIVED.replace("-12", "-09"), 422, "/on");
    assertThat(as("mddtClerk").get(custody + "/2").status()).isEqualTo(404);
    assertThat(as("mddtClerk").get(custody).body().path("items").get(0).path("history")).hasSize(2);
  }

  @Test
  void whoeverComesSecondIsToldSo() {
    String custody = registered();
    List<Answer> given = atOnce(() -> as("mddtClerk").post(custody, TO_ENERGY));
    assertThat(given).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
    List<Answer> taken = atOnce(() -> as("energyClerk").post(custody, RECEIVED));
    assertThat(taken).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
    assertThat(as("energyClerk").get(custody).body().at("/items/0/history")).hasSize(3);
  }

  @Test
  void aKeyGivesOneEffect() {
    String custody = registered();
    String key = "custody-" + custody;
    Answer first = as("mddtClerk").post(custody, TO_ENERGY, "Idempotency-Key", key);
    Answer again = as("mddtClerk").post(custody, TO_ENERGY, "Idempotency-Key", key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void aWrongEntryIsCorrectedByANewOne() {
    String custody = registered();
    as("mddtClerk").post(custody, TO_ENERGY);
    String toHealth = "'corrects': 2, " + TO_ENERGY.substring(1).replace("energy", "health");
    JsonNode corrected = as("mddtClerk").post(custody, "{" + toHealth).body();
    assertThat(corrected.at("/underWay/to/body").asText()).isEqualTo("health");
    assertThat(corrected.path("history")).hasSize(3);
    assertThat(as("mddtClerk").post(custody, "{" + toHealth).status()).isEqualTo(409);
    assertThat(as("energyClerk").post(custody, RECEIVED).status()).isEqualTo(403);
    assertHolder(as("healthClerk").post(custody, RECEIVED).body(), "health", "2026-11-12");
    refused(
        custody,
        REGISTERED.replace("{'kind'", "{'corrects': 1, 'kind'").replace("-02", "-11"),
        422,
        "/on");
    refused(custody, RECEIVED.replace("{'kind'", "{'corrects': 1, 'kind'"), 422, "/kind");
  }

  @Test
  void whatIsLodgedIsWithTheRegistry() {
    String custody = signed();
    String events = custody.replace("/custody", "/events");
    as("registrar").post(events, "{'kind': 'ORIGINAL_LODGED', 'on': '2026-11-15'}");
    JsonNode lodged = as("mddtClerk").get(custody).body().at("/items/0");
    assertHolder(lodged, "registrar", "2026-11-15");
    assertThat(lodged.path("party").asText()).isEqualTo("AZ");
    assertThat(changes(custody)).endsWith("EVENT_RECORDED", "ORIGINAL_REGISTERED");
  }

  @Test
  void whoeverLodgesAnOriginalHandsItToTheRegistry() {
    String custody = signed();
    String events = custody.replace("/custody", "/events");
    as("mddtClerk").post(custody, REGISTERED);
    as("mddtClerk").post(events, "{'kind': 'ORIGINAL_LODGED', 'on': '2026-11-15'}");
    JsonNode underWay = as("mddtClerk").get(custody).body().at("/items/0");
    assertHolder(underWay, "mddt", "2026-11-02");
    assertThat(underWay.at("/underWay/to/body").asText()).isEqualTo("registrar");
    String other = signed();
    as("mddtClerk").post(other, REGISTERED);
    as("registrar")
        .post(
            other.replace("/custody", "/events"),
            "{'kind': 'ORIGINAL_LODGED', 'on': '2026-11-15'}");
    assertHolder(as("mddtClerk").get(other).body().at("/items/0"), "registrar", "2026-11-15");
  }

  @Test
  void theSignedOriginalThatComesToTheRegistryIsLodged() {
    String custody = signed();
    as("mddtClerk").post(custody, REGISTERED);
    as("mddtClerk").post(custody, TO_ENERGY.replace("energy", "registrar"));
    assertThat(events(custody)).doesNotContain("ORIGINAL_LODGED");
    as("registrar").post(custody, RECEIVED);
    assertThat(events(custody)).containsOnlyOnce("ORIGINAL_LODGED");
    String unsigned = registered();
    as("mddtClerk").post(unsigned, TO_ENERGY.replace("energy", "registrar"));
    as("registrar").post(unsigned, RECEIVED);
    assertThat(events(unsigned)).doesNotContain("ORIGINAL_LODGED");
  }

  @Test
  void anOverdueReceiptIsAFindingOfTheReceiverUntilItIsConfirmed() {
    String custody = TestTime.at(Instant.parse("2026-11-19T08:00:00Z"), this::registered);
    TestTime.at(
        Instant.parse("2026-11-19T09:00:00Z"), () -> as("mddtClerk").post(custody, TO_ENERGY));
    String findings = custody.replace("/custody", "/findings");
    assertThat(rules(findings)).contains("receipt-overdue");
    assertThat(references("rule=receipt-overdue&body=energy")).contains(reference(custody));
    as("energyClerk").post(custody, RECEIVED);
    assertThat(rules(findings)).doesNotContain("receipt-overdue");
    String then = "asOf=2026-11-20&knownAt=2026-11-20T08:00:00Z";
    assertThat(rules(findings + "?" + then)).contains("receipt-overdue");
    assertThat(references("rule=receipt-overdue&" + then)).contains(reference(custody));
  }

  @Test
  void aHandoverBySomebodyElseNeedsAReasonAndIsAFinding() {
    String custody = registered();
    String byHealth = TO_ENERGY.replace("'on'", "'from': {'body': 'health'}, 'on'");
    refused(custody, byHealth, 422, "/reason");
    Answer given =
        as("mfaClerk").post(custody, byHealth.replace("{'kind'", "{'reason': 'Found', 'kind'"));
    assertThat(given.status()).isEqualTo(201);
    assertThat(rules(custody.replace("/custody", "/findings"))).contains("custody-gap");
  }

  private List<String> rules(String path) {
    return texts(path, "rule");
  }

  private List<String> references(String query) {
    return as("mfaClerk").all("/api/findings?limit=200&" + query).stream()
        .map(each -> each.at("/subject/reference").asText())
        .toList();
  }

  private static String reference(String custody) {
    return custody.split("/", -1)[3];
  }

  private static void assertHolder(JsonNode original, String body, String since) {
    assertThat(original.at("/holder/body").asText()).as("%s", original).isEqualTo(body);
    assertThat(original.path("since").asText()).isEqualTo(since);
  }

  private void refused(String custody, String body, int status, String pointer) {
    Answer answer = as("mfaClerk").post(custody, body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
    assertFault(answer, pointer);
  }

  private static void assertFault(Answer answer, String pointer) {
    assertThat(answer.body().at("/errors/0/pointer").asText())
        .as("%s", answer.body())
        .isEqualTo(pointer);
  }

  private static List<Answer> atOnce(java.util.function.Supplier<Answer> call) {
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      return IntStream.range(0, 4)
          .mapToObj(i -> CompletableFuture.supplyAsync(call, people))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } finally {
      people.shutdown();
    }
  }

  private List<String> changes(String custody) {
    return texts(custody.replace("/custody", "/journal?limit=200"), "change");
  }

  private List<String> events(String custody) {
    return texts(custody.replace("/custody", "/events"), "kind");
  }

  private List<String> texts(String path, String field) {
    return StreamSupport.stream(as("mddtClerk").get(path).body().path("items").spliterator(), false)
        .map(each -> each.path(field).asText())
        .toList();
  }

  private String registered() {
    String custody = open();
    assertThat(as("mddtClerk").post(custody, REGISTERED).status()).isEqualTo(201);
    return custody;
  }

  private String signed() {
    String custody = open();
    as("mddtClerk")
        .post(
            custody.replace("/custody", "/events"),
            "{'kind': 'SIGNED', 'on': '2026-11-01', 'reason': 'Signed before it came here'}");
    return custody;
  }

  private String open() {
    Answer opened =
        as("mddtClerk")
            .post(
                "/api/instruments",
                """
                {'type': 'AGREEMENT', 'title': {'en': 'An agreement on paper'},
                 'responsibleBody': 'mddt', 'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""");
    return "/api/instruments/" + opened.body().path("reference").asText() + "/custody";
  }

  private Caller as(String account) {
    return Caller.at(port, account);
  }
}
