package org.chancery.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.chancery.Caller;
import org.chancery.Caller.Answer;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.Guest;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts that were filed by mistake are taken out, by two people. */
@ChanceryTest
class RemovalControllerTest {

  private static final String WHY = "{'reason': 'Of another case', 'authority': 'Order 3'}";

  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private byte[] text = new byte[0];
  private String page = "";
  private String document = "";

  @BeforeEach
  void filesATextByMistake() {
    text = ("Filed by mistake " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    page = opened();
    document = file(page);
  }

  @Test
  void oneProposesAnotherConfirmsAndTheBytesAreGone() {
    String removals = document + "/versions/1/removals";
    Answer proposed = as("mddtManager").post(removals, WHY);
    assertThat(proposed.status()).as("%s", proposed.body()).isEqualTo(202);
    assertThat(proposed.body().path("state").asText()).isEqualTo("PROPOSED");
    assertThat(content("mddtClerk").statusCode()).isEqualTo(200);
    Answer confirmed = as("mddtDeputy").post(removals + "/1/confirmation", "");
    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(confirmed.body().path("confirmedBy").asText()).isEqualTo("mddtDeputy");
    HttpResponse<byte[]> gone = content("mddtClerk");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(new String(gone.body(), StandardCharsets.UTF_8))
        .contains("urn:chancery:problem:gone", "mddtManager", "mddtDeputy", "reason stands");
    assertThat(as("mddtClerk").bytes(document + "/content").statusCode()).isEqualTo(410);
    Answer version = as("mddtClerk").get(document + "/versions/1");
    assertThat(version.body().path("author").asText()).isEqualTo("mddtClerk");
    assertThat(version.body().at("/removals/0/reason").asText()).isEqualTo("Of another case");
    assertThat(pieces(version.body().path("sha256").asText())).isZero();
    assertThat(as("mddtClerk").get("/api" + page + "/journal").body().toString())
        .contains("TEXT_ADDED", "TEXT_REMOVAL_PROPOSED", "TEXT_REMOVED");
  }

  @Test
  void theRegistrarIsASecondPerson() {
    String removals = document + "/versions/1/removals";
    assertThat(as("registrar").post(removals, WHY).status()).isEqualTo(202);
    assertThat(as("registrar").post(removals + "/1/confirmation", "").status()).isEqualTo(403);
    assertThat(as("mddtManager").post(removals + "/1/confirmation", "").status()).isEqualTo(200);
  }

  @Test
  void whoMayNotIsRefused() {
    String removals = document + "/versions/1/removals";
    assertThat(as("mddtClerk").post(removals, WHY).status()).isEqualTo(403);
    assertThat(as("mfaManager").post(removals, WHY).status()).isEqualTo(403);
    assertThat(as("healthManager").post(removals, WHY).status()).isEqualTo(404);
    assertThat(as("mddtManager").post(removals, "{'reason': ' '}").status()).isEqualTo(400);
    assertThat(as("mddtManager").post(document + "/versions/9/removals", WHY).status())
        .isEqualTo(404);
    assertThat(as("mddtManager").post(removals, WHY).status()).isEqualTo(202);
    for (String account : new String[] {"mddtManager", "mddtClerk", "mfaManager"}) {
      assertThat(as(account).post(removals + "/1/confirmation", "").status()).isEqualTo(403);
    }
    assertThat(as("healthManager").post(removals + "/1/confirmation", "").status()).isEqualTo(404);
    assertThat(as("mddtDeputy").post(removals + "/2/confirmation", "").status()).isEqualTo(404);
    assertThat(content("mddtClerk").body()).isEqualTo(text);
  }

  @Test
  void nothingIsSettledTwice() {
    String removals = document + "/versions/1/removals";
    as("mddtManager").post(removals, WHY);
    assertThat(as("registrar").post(removals, WHY).status()).isEqualTo(422);
    assertThat(as("mddtManager").post(removals + "/1/withdrawal", "").status()).isEqualTo(200);
    assertThat(as("mddtDeputy").post(removals + "/1/confirmation", "").status()).isEqualTo(409);
    assertThat(content("mddtClerk").body()).isEqualTo(text);
    assertThat(as("mddtManager").post(removals, WHY).body().path("number").asInt()).isEqualTo(2);
    assertThat(as("mddtDeputy").post(removals + "/2/confirmation", "").status()).isEqualTo(200);
    assertThat(as("registrar").post(removals + "/2/confirmation", "").status()).isEqualTo(409);
    assertThat(as("registrar").post(removals + "/2/withdrawal", "").status()).isEqualTo(409);
    assertThat(as("registrar").post(removals, WHY).status()).isEqualTo(422);
  }

  @Test
  void whatAnotherVersionHasStaysUntilThatIsTakenOutToo() {
    String other = file(opened());
    takeOut(document);
    assertThat(content("mddtClerk").statusCode()).isEqualTo(410);
    assertThat(as("mddtClerk").bytes(other + "/versions/1/content").body()).isEqualTo(text);
    takeOut(other);
    assertThat(pieces(sha256(document))).isZero();
  }

  @Test
  void whatIsFiledAgainIsThereAgain() {
    takeOut(document);
    String again = file(page);
    assertThat(again).isEqualTo(document.replace("/documents/1", "/documents/2"));
    assertThat(as("mddtClerk").bytes(again + "/content").body()).isEqualTo(text);
    assertThat(content("mddtClerk").statusCode()).isEqualTo(410);
  }

  @Test
  void thePageOffersItToWhoMayAndToTheSecondPersonToConfirm() {
    String removals = page + "/documents/1/versions/1/removals";
    assertThat(guest("mddtClerk").get(page).body()).doesNotContain("Take out…");
    assertThat(guest("mddtManager").get(page).body()).contains("Take out…");
    assertThat(guest("mddtClerk").get(removals).statusCode()).isEqualTo(403);
    assertThat(guest("mddtManager").submit(removals, removals).body()).contains("is required");
    assertThat(guest("mddtManager").submit(removals, removals, "/reason", "Personal data").body())
        .contains("a second person must confirm it", "Personal data", "Withdraw the proposal")
        .doesNotContain("Confirm: remove");
    assertThat(guest("mddtDeputy").get(page).body()).contains("Confirm: remove");
    assertThat(guest("mddtDeputy").submit(page, removals + "/1/confirmation").body())
        .contains("its content is gone", "taken out", "Personal data")
        .doesNotContain("/api" + removals.replace("/removals", "/content"));
  }

  private void takeOut(String of) {
    String removals = of + "/versions/1/removals";
    assertThat(as("mddtManager").post(removals, WHY).status()).isEqualTo(202);
    assertThat(as("registrar").post(removals + "/1/confirmation", "").status()).isEqualTo(200);
  }

  private String opened() {
    Reference reference =
        desk.open(
            "mddtClerk",
            """
            {'type': 'AGREEMENT', 'title': {'en': 'Filed by mistake'}, 'responsibleBody': 'mddt',
             'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""");
    return "/instruments/" + reference;
  }

  /** Files the text into the case; answers the path of the document. */
  private String file(String into) {
    Parts parts = new Parts().with("language", "az").file("a.txt", "text/plain", text);
    Answer filed = as("mddtClerk").send("/api" + into + "/documents", parts.type(), parts.body());
    assertThat(filed.status()).as("%s", filed.body()).isEqualTo(201);
    return filed.header("Location");
  }

  private HttpResponse<byte[]> content(String account) {
    return as(account).bytes(document + "/versions/1/content");
  }

  private String sha256(String of) {
    return as("mddtClerk").get(of + "/versions/1").body().path("sha256").asText();
  }

  private int pieces(String sha256) {
    return jdbc.sql("select count(*) from content_chunk where sha256 = ?")
        .param(sha256)
        .query(Integer.class)
        .single();
  }

  private Caller as(String account) {
    return Caller.at(port, account);
  }

  private Guest guest(String account) {
    return Guest.at(port, account);
  }
}
