package org.chancery.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.Caller;
import org.chancery.Caller.Answer;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.TestTime;
import org.chancery.document.Completeness;
import org.chancery.document.Documents;
import org.chancery.document.FileFixture;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The texts of a case over HTTP. */
@ChanceryTest
class DocumentControllerTest {

  private static final byte[] TEXT =
      "Müqavilə. Tərəflər aşağıdakılar barədə razılığa gəldilər.\n"
          .getBytes(StandardCharsets.UTF_8);

  @Autowired Desk desk;
  @Autowired Documents documents;
  @Autowired Instruments instruments;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private Caller clerk = new Caller("", "");
  private Reference reference = Reference.of(2026, 1);
  private String path = "";

  @BeforeEach
  void opensACase() {
    clerk = Caller.at(port, "mddtClerk");
    reference =
        desk.open(
            "mddtClerk",
            """
            {'type': 'AGREEMENT', 'title': {'en': 'Texts'}, 'responsibleBody': 'mddt',
             'participatingBodies': ['justice'], 'authenticLanguages': ['az', 'kk'],
             'attachments': [{'name': 'Annex 1', 'kind': 'ANNEX'}],
             'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""");
    path = "/api/instruments/" + reference + "/documents";
  }

  @Test
  void keepsATextByLanguageAndVersion() {
    Answer added = send(path, new Parts().with("language", "az").with("remark", "first"), TEXT);
    assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
    assertThat(added.header("Location")).isEqualTo(path + "/1");
    assertThat(added.header("ETag")).isEqualTo("\"1\"");
    assertThat(added.body().path("kind").asText()).isEqualTo("DRAFT");
    Answer revised = send(path + "/1/versions", new Parts(), text("Another text."));
    assertThat(revised.status()).isEqualTo(201);
    assertThat(revised.header("Location")).isEqualTo(path + "/1/versions/2");
    assertThat(revised.body().path("author").asText()).isEqualTo("mddtClerk");
    assertThat(clerk.get(path).body().at("/items/0/versions/1/fileName").asText())
        .isEqualTo("draft.txt");
    assertThat(clerk.get(path + "/1").header("ETag")).isEqualTo("\"2\"");
    Answer page = clerk.get(path + "/1/versions?limit=1");
    assertThat(page.body().path("items")).hasSize(1);
    assertThat(page.header("Link")).contains("after=1");
    assertThat(clerk.get("/api/instruments/" + reference + "/journal").body().toString())
        .contains("TEXT_ADDED", "TEXT_REVISED");
  }

  @Test
  void givesBackWhatWasPutIn() {
    byte[] large = text("0123456789".repeat(100_000));
    send(path, new Parts().with("language", "az"), large);
    send(path + "/1/versions", new Parts(), TEXT);
    HttpResponse<byte[]> first = clerk.bytes(path + "/1/versions/1/content");
    assertThat(first.body()).isEqualTo(large);
    HttpResponse<byte[]> newest = clerk.bytes(path + "/1/content");
    assertThat(newest.body()).isEqualTo(TEXT);
    assertThat(header(newest, "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
    assertThat(header(newest, "Content-Disposition")).startsWith("inline");
    assertThat(header(newest, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(newest, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
  }

  @Test
  void showsNothingInlineThatCouldRun() {
    byte[] docx = FileFixture.docx("Müqavilə");
    Answer added = send(path, new Parts().with("language", "az"), "a.docx", FileFixture.DOCX, docx);
    assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
    assertThat(header(clerk.bytes(path + "/1/content"), "Content-Disposition"))
        .startsWith("attachment");
  }

  @Test
  void keepsTheSameContentOnce() {
    byte[] content = text("The same " + UUID.randomUUID());
    assertThat(send(path, new Parts().with("language", "az"), content).status()).isEqualTo(201);
    assertThat(send(path, new Parts().with("language", "az"), content).status()).isEqualTo(200);
    Answer again = send(path + "/1/versions", new Parts(), content);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().path("number").asInt()).isEqualTo(1);
    assertThat(send(path, new Parts().with("language", "kk"), content).status()).isEqualTo(201);
    String sha256 = again.body().path("sha256").asText();
    assertThat(count("select count(*) from document_version where sha256 = ?", sha256))
        .isEqualTo(2);
    assertThat(count("select count(*) from content where sha256 = ?", sha256)).isEqualTo(1);
  }

  @Test
  void answersTheSameKeyOnceWhateverLineStandsBetweenTheParts() {
    String key = UUID.randomUUID().toString();
    byte[] content = text(key);
    Answer first =
        keyed(key, new Parts().with("language", "az").file("a.txt", "text/plain", content));
    Answer second =
        keyed(key, new Parts().with("language", "az").file("a.txt", "text/plain", content));
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(clerk.get(path).body().path("items")).hasSize(1);
    Answer other = keyed(key, new Parts().with("language", "az").file("a.txt", "text/plain", TEXT));
    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  void refusesWhatIsSaidWrongly() {
    Answer wrong =
        send(path, new Parts().with("language", "Azeri").with("kind", "BOOK").with("x", "y"), TEXT);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/kind", "/language", "/x");
    Answer unspoken = send(path, new Parts().with("language", "zz"), TEXT);
    assertThat(unspoken.status()).isEqualTo(400);
    assertThat(unspoken.body().at("/errors/0/pointer").asText()).isEqualTo("/language");
    Parts without = new Parts().with("language", "az");
    assertThat(clerk.send(path, without.type(), without.body()).status()).isEqualTo(400);
    Answer unparted = clerk.post(path, "{'language': 'az'}");
    assertThat(unparted.status()).isEqualTo(415);
    assertThat(unparted.body().path("detail").asText())
        .isEqualTo("Send the body as multipart/form-data.");
    assertThat(send(path + "/9/versions", new Parts(), TEXT).status()).isEqualTo(404);
    assertThat(clerk.get(path + "/9/content").status()).isEqualTo(404);
  }

  @Test
  void letsWriteWhoMayAndRefusesOthers() {
    Parts parts = new Parts().with("language", "az").file("a.txt", "text/plain", TEXT);
    assertThat(clerk.as("healthClerk").send(path, parts.type(), parts.body()).status())
        .isEqualTo(404);
    Parts others = new Parts().with("language", "az").file("a.txt", "text/plain", TEXT);
    assertThat(clerk.as("lawyer").send(path, others.type(), others.body()).status()).isEqualTo(403);
    assertThat(clerk.as("lawyer").get(path).status()).isEqualTo(200);
  }

  @Test
  void whoHasNoMoreThanAStepTouchesNoTextOfAnother() {
    send(path, new Parts().with("language", "az"), TEXT);
    desk.record("mddtClerk", reference, EventKind.DRAFTED);
    clerk = clerk.as("justiceClerk");
    assertThat(send(path + "/1/versions", new Parts(), text("Ours.")).status()).isEqualTo(403);
    Parts signed = new Parts().with("language", "az").with("kind", "SIGNED");
    assertThat(send(path, signed, text("Ours.")).status()).isEqualTo(403);
    Parts opinion = new Parts().with("language", "az").with("kind", "ACT");
    assertThat(send(path, opinion, text("Opinion.")).status()).isEqualTo(201);
    assertThat(send(path + "/2/versions", new Parts(), text("Anew.")).status()).isEqualTo(201);
  }

  @Test
  void saysWhatIsMissingAndWhatADocumentProves() {
    assertThat(completeness().languages()).containsExactly("az", "kk");
    assertThat(completeness().attachments()).hasSize(2);
    send(path, new Parts().with("language", "az"), TEXT);
    send(path, new Parts().with("language", "kk").with("kind", "INITIALLED"), TEXT);
    for (String language : new String[] {"az", "kk"}) {
      send(
          path,
          new Parts().with("language", language).with("kind", "ANNEX").with("name", "Annex 1"),
          TEXT);
    }
    assertThat(completeness().isComplete()).isTrue();
    int event = desk.record("mddtClerk", reference, EventKind.DRAFTED).id();
    desk.as("mddtClerk", () -> documents.attach(reference, 1, event));
    assertThat(clerk.get(path + "/1").body().path("event").asInt()).isEqualTo(event);
    assertThat(clerk.get(path + "/2").body().path("event").isNull()).isTrue();
    int next = desk.record("mddtClerk", reference, EventKind.EXPERTISE_GIVEN).id();
    desk.as("mddtClerk", () -> documents.attach(reference, 1, next));
    desk.as("mddtClerk", () -> documents.attach(reference, 1, event));
    JsonNode both = clerk.get(path + "/1").body();
    assertThat(both.path("events")).extracting(JsonNode::asInt).containsExactly(event, next);
    assertThat(both.path("event").asInt()).isEqualTo(next);
  }

  @Test
  void aTextPutInLaterWasNotKnownEarlier() {
    Instant yesterday = Instant.parse("2026-11-20T08:00:00Z");
    TestTime.at(yesterday, this::opensACaseThatIsSigned);
    String findings = "/api/instruments/" + reference + "/findings";
    assertThat(rules(findings)).contains("text-missing", "attachment-missing");
    for (String language : List.of("az", "kk")) {
      send(path, new Parts().with("language", language).with("kind", "SIGNED"), TEXT);
    }
    assertThat(rules(findings)).contains("attachment-missing").doesNotContain("text-missing");
    String before = "?knownAt=2026-11-21T07:59:59Z";
    assertThat(rules(findings + before)).contains("text-missing");
    assertThat(rules(findings + "?knownAt=2026-11-21T08:00:00Z")).doesNotContain("text-missing");
    assertThat(rules("/api/findings" + before + "&rule=text-missing&limit=200"))
        .contains("text-missing");
  }

  private Instant opensACaseThatIsSigned() {
    opensACase();
    desk.record(
        "mddtClerk",
        reference,
        "{'kind': 'SIGNED', 'on': '2026-10-01', 'reason': 'Recorded late'}");
    return Instant.EPOCH;
  }

  private Completeness completeness() {
    return documents.completeness(instruments.known(reference));
  }

  private Answer send(String to, Parts parts, byte[] content) {
    return send(to, parts, "draft.txt", "text/plain", content);
  }

  private Answer send(String to, Parts parts, String name, String type, byte[] content) {
    Parts whole = parts.file(name, type, content);
    return clerk.send(to, whole.type(), whole.body());
  }

  private Answer keyed(String key, Parts parts) {
    return clerk.send(path, parts.type(), parts.body(), "Idempotency-Key", key);
  }

  private int count(String sql, String sha256) {
    return jdbc.sql(sql).param(sha256).query(Integer.class).single();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private List<String> rules(String findings) {
    return clerk.get(findings).body().path("items").findValuesAsText("rule");
  }
}
