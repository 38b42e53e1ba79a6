package org.chancery.instrument.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.Caller;
import org.chancery.Caller.Answer;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many cases at once: a result for each line, a bad one never stops the others. */
@ChanceryTest
class ImportTest {

  private static final String PATH = "/api/instruments:import";

  @LocalServerPort int port;
  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;

  private Caller service;

  @BeforeEach
  void logIn() {
    service = Caller.at(port, "service");
  }

  @Test
  void opensEachCaseWithItsProcessAndItsEntryInTheJournal() {
    List<JsonNode> results = results(send(lines(line("one"), line("two"))));
    assertThat(results).extracting(each -> each.path("line").asInt()).containsExactly(1, 2);
    assertThat(results).allMatch(each -> each.path("status").asInt() == 201);
    for (JsonNode result : results) {
      Reference reference = new Reference(result.path("reference").asText());
      assertThat(desk.isRunning(reference)).isTrue();
      assertThat(service.get("/api/instruments/" + reference + "/journal").body().path("items"))
          .hasSize(1);
    }
  }

  @Test
  void aBadLineNeverStopsTheOthers() {
    String tooLong = "{\"slug\":\"" + "x".repeat(Line.LONGEST) + "\"}";
    List<JsonNode> results =
        results(
            send(
                lines(
                    line("first"),
                    "{'type':",
                    "",
                    "{'type':'AGREEMENT','colour':'red'}",
                    tooLong,
                    "[]",
                    line("last"))));
    assertThat(results)
        .extracting(each -> each.path("line").asInt() + " " + each.path("status").asInt())
        .containsExactly("1 201", "2 400", "4 400", "5 413", "6 400", "7 201");
    JsonNode unknownField = results.get(2);
    assertThat(unknownField.path("type").asText()).isEqualTo("urn:chancery:problem:invalid-body");
    assertThat(unknownField.path("errors").findValuesAsText("pointer")).contains("/colour");
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    byte[] body = "{\"slug\":\"\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1);
    Answer answer = service.send(PATH, ImportController.LINES, BodyPublishers.ofByteArray(body));
    assertThat(results(answer))
        .extracting(each -> each.path("status").asInt())
        .containsExactly(400);
  }

  @Test
  void theSameFileWithTheSameKeyGoesOnWhereItEnded() {
    String key = UUID.randomUUID().toString();
    String half = lines(line("kept-one"), line("kept-two"));
    List<JsonNode> first = results(send(half, "Idempotency-Key", key));
    List<JsonNode> again = results(send(half + lines(line("kept-three")), "Idempotency-Key", key));
    assertThat(references(again).subList(0, 2)).isEqualTo(references(first));
    assertThat(again).hasSize(3).allMatch(each -> each.path("status").asInt() == 201);
    assertThat(cases("kept-")).isEqualTo(3);
  }

  @Test
  void anotherLineUnderTheSameKeyIsRefused() {
    String key = UUID.randomUUID().toString();
    results(send(lines(line("mine")), "Idempotency-Key", key));
    List<JsonNode> other =
        results(send(lines(line("not-mine"), line("yet-another")), "Idempotency-Key", key));
    assertThat(other).extracting(each -> each.path("status").asInt()).containsExactly(422, 201);
  }

  @Test
  void aTrialStoresNothing() {
    Answer answer =
        service.send(
            PATH + "?dryRun=true",
            ImportController.LINES,
            BodyPublishers.ofString(lines(line("tried"), "{}")));
    assertThat(results(answer))
        .extracting(each -> each.path("status").asInt())
        .containsExactly(200, 400);
    assertThat(cases("tried")).isZero();
  }

  @Test
  void opensOnlyWhatTheAccountMayOpen() {
    Answer answer =
        service
            .as("healthClerk")
            .send(PATH, ImportController.LINES, BodyPublishers.ofString(lines(line("foreign"))));
    assertThat(results(answer))
        .extracting(each -> each.path("status").asInt())
        .containsExactly(403);
    assertThat(cases("foreign")).isZero();
  }

  @Test
  void takesManyLinesInTheirOrder() {
    int many = 120;
    String file =
        IntStream.range(0, many).mapToObj(each -> lines(line("many-" + each))).collect(joining());
    List<JsonNode> results = results(send(file));
    assertThat(results)
        .extracting(each -> each.path("line").asInt())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, many).boxed().toList());
    assertThat(cases("many-")).isEqualTo(many);
  }

  /** The portions of a file are worked through side by side. */
  @Test
  void aLineMayNameAParentInAnEarlierPortion() {
    List<String> all = new ArrayList<>();
    all.add(line("above"));
    IntStream.range(0, 60).forEach(each -> all.add(line("between-" + each)));
    all.add(
        line("below")
            .replace(
                "'consent'", "'parent':{'slug':'import-above','relation':'IMPLEMENTS'},'consent'"));
    List<JsonNode> results = results(send(lines(all.toArray(String[]::new))));
    assertThat(results).hasSize(62).allMatch(each -> each.path("status").asInt() == 201);
    assertThat(cases("between-")).isEqualTo(60);
    assertThat(cases("below")).isEqualTo(1);
  }

  @Test
  void ofTwoPortionsWithOneSlugOneIsRefused() {
    List<String> all = new ArrayList<>();
    IntStream.range(0, 49).forEach(each -> all.add(line("slug-" + each)));
    all.add(line("slug-twice"));
    all.add(line("slug-twice"));
    List<JsonNode> results = results(send(lines(all.toArray(String[]::new))));
    assertThat(results).hasSize(51);
    assertThat(results).filteredOn(each -> each.path("status").asInt() == 201).hasSize(50);
    assertThat(cases("slug-")).isEqualTo(50);
  }

  @Test
  void takesAFileLargerThanAnyOtherBody() {
    String wide = line("wide").replace("Agreement wide", "w".repeat(5_000));
    String file = lines(wide.replace("'binding'", "'colour':'red','binding'")).repeat(800);
    assertThat(file.length()).isGreaterThan(3 << 20);
    assertThat(results(send(file))).hasSize(800);
  }

  @Test
  void whoMayOpenNoCaseBringsNoFile() {
    Answer answer =
        service
            .as("operator")
            .send(PATH, ImportController.LINES, BodyPublishers.ofString(lines(line("none"))));
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void aColonMayBeSpelledInEitherWay() {
    Answer answer =
        service.send(
            PATH.replace(":", "%3A"),
            ImportController.LINES,
            BodyPublishers.ofString(lines(line("spelled"), "{}")));
    assertThat(results(answer))
        .extracting(each -> each.path("status").asInt())
        .containsExactly(201, 400);
  }

  @Test
  void refusesWhatIsNotInLines() {
    Answer refused = service.post(PATH, line("json"));
    assertThat(refused.status()).isEqualTo(415);
    assertThat(refused.body().path("detail").asText())
        .isEqualTo("Send the body as application/x-ndjson.");
  }

  private Answer send(String body, String... headers) {
    return service.send(PATH, ImportController.LINES, BodyPublishers.ofString(body), headers);
  }

  private static List<JsonNode> results(Answer answer) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.response().body().lines().map(ImportTest::tree).toList();
  }

  private static JsonNode tree(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(line, broken);
    }
  }

  private static List<String> references(List<JsonNode> results) {
    return results.stream().map(each -> each.path("reference").asText()).toList();
  }

  private int cases(String slug) {
    return jdbc.sql("select count(*) from instrument where slug like ?")
        .param("import-" + slug + "%")
        .query(Integer.class)
        .single();
  }

  private static String line(String slug) {
    return """
        {'type':'AGREEMENT','level':'INTERGOVERNMENTAL','binding':true,'slug':'import-%s',\
        'title':{'en':'Agreement %s'},'parties':[{'code':'AZ'},{'code':'KZ'}],\
        'consent':'RATIFICATION','responsibleBody':'mddt'}"""
        .formatted(slug, slug);
  }

  private static String lines(String... lines) {
    return List.of(lines).stream().map(each -> each.replace('\'', '"') + "\n").collect(joining());
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joining() {
    return Collectors.joining();
  }
}
