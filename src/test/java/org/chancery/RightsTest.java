package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No one in a case where they do not belong, by whatever way. */
@ChanceryTest
class RightsTest {

  private static final String CASE =
      """
      {'type': 'AGREEMENT', 'slug': '%s', 'title': {'en': 'Agreement'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
       'events': [{'kind': 'SIGNED', 'on': '2026-01-10', 'source': {'outlet': 'An agency'}}],
       'milestones': [
         {'kind': 'MEASURE', 'name': {'en': 'Ours'}, 'body': 'mddt', 'due': '2027'},
         {'kind': 'MEASURE', 'name': {'en': 'Theirs'}, 'body': 'energy', 'due': '2027'}]}""";

  @LocalServerPort int port;

  @Test
  void aBodyWithOneStepRecordsWhatAnswersItAndNoMore() {
    String events = open("one-step") + "/events";
    Caller energy = as("energyClerk");
    assertThat(energy.post(events, "{'kind': 'EXPIRED', 'on': '2026-11-01'}").status())
        .isEqualTo(403);
    assertThat(
            energy
                .post(events, "{'kind': 'MEASURE_DONE', 'on': '2026-11-01', 'milestone': 1}")
                .status())
        .isEqualTo(403);
    assertThat(
            energy
                .post(
                    events,
                    "{'kind': 'MEASURE_DONE', 'on': '2026-11-01', 'milestone': 2, 'corrects': 1}")
                .status())
        .isEqualTo(403);
    assertThat(
            energy
                .post(events, "{'kind': 'MEASURE_DONE', 'on': '2026-11-01', 'milestone': 2}")
                .status())
        .isEqualTo(201);
  }

  @Test
  void aParentOneMayNotSeeIsNotThere() {
    open("unseen-parent");
    String child =
        """
        {'type': 'UNDERTAKING', 'title': {'en': 'Child'}, 'responsibleBody': 'health',
         'parties': [{'code': 'AZ'}], 'parent': {'slug': '%s', 'relation': 'IMPLEMENTS'}}""";
    Caller.Answer unseen =
        as("healthClerk").post("/api/instruments", child.formatted("unseen-parent"));
    Caller.Answer absent =
        as("healthClerk").post("/api/instruments", child.formatted("no-such-parent"));
    assertThat(unseen.status()).isEqualTo(422).isEqualTo(absent.status());
    assertThat(unseen.body().path("errors").toString().replace("unseen-parent", "no-such-parent"))
        .isEqualTo(absent.body().path("errors").toString());
  }

  @Test
  void pagesOfferNobodyWhatSheMayNotDo() {
    Guest operator = Guest.at(port, "operator");
    Guest clerk = Guest.at(port, "mddtClerk");
    for (String page : new String[] {"/", "/instruments"}) {
      assertThat(operator.get(page).body())
          .doesNotContain("href=\"/camunda/app/tasklist", "href=\"/instruments/new\"");
      assertThat(clerk.get(page).body()).contains("href=\"/camunda/app/tasklist");
    }
    assertThat(clerk.get("/instruments").body()).contains("href=\"/instruments/new\"");
    assertThat(operator.get("/instruments/new").statusCode()).isEqualTo(403);
  }

  @Test
  void aCaseIsOpenedForBodiesOfOnesOwn() {
    assertThat(offices("mddtClerk"))
        .contains("value=\"mddt\" selected=\"selected\"")
        .doesNotContain("value=\"energy\"");
    assertThat(offices("mfaClerk")).contains("value=\"mddt\"", "value=\"energy\"");
  }

  @Test
  void aCaseLeadsOnlyToTasksThatItsReaderFinds() {
    String reference = open("tasks-of-others").replaceFirst(".*/", "");
    String toTasks = "/camunda/app/tasklist/default/#/?task=";
    assertThat(Guest.at(port, "energyClerk").get("/instruments/" + reference).body())
        .contains("Carry out the measure")
        .containsOnlyOnce(toTasks);
    assertThat(Guest.at(port, "mfaClerk").get("/instruments/" + reference).body())
        .contains(toTasks);
  }

  private String offices(String account) {
    String page = Guest.at(port, account).get("/instruments/new").body();
    int from = page.indexOf("<select id=\"/responsibleBody\"");
    return page.substring(from, page.indexOf("</select>", from));
  }

  @Test
  void anotherMinistrySeesNothing() {
    String path = open("not-for-health");
    Caller health = as("healthClerk");
    for (String part : new String[] {"", "/events", "/milestones", "/findings", "/journal"}) {
      assertThat(health.get(path + part).status()).as(part).isEqualTo(404);
    }
    assertThat(health.get("/api/instruments?slug=not-for-health").body().path("items")).isEmpty();
    assertThat(health.get("/api/instruments?q=not-for-health").body().path("items")).isEmpty();
  }

  @Test
  void aCorrectedCaseMovesToItsNewBody() {
    String path = open("moves");
    String tag = as("mddtClerk").get(path).header("ETag");
    Caller.Answer moved =
        as("mddtClerk").patch(path, "{'responsibleBody': 'economy'}", "If-Match", tag);
    assertThat(moved.status()).isEqualTo(200);
    assertThat(steps("economyClerk", path)).contains("complete-consent");
    assertThat(steps("mddtClerk", path)).containsExactly("carry-out-measure");
  }

  @Test
  void nothingHappensToAnEndedCaseWithoutAReason() {
    String events = open("ended") + "/events";
    Caller clerk = as("mddtClerk");
    assertThat(clerk.post(events, "{'kind': 'WITHDRAWN', 'on': '2026-11-20'}").status())
        .isEqualTo(201);
    Caller.Answer after = clerk.post(events, "{'kind': 'ENTERED_INTO_FORCE', 'on': '2026-11-21'}");
    assertThat(after.status()).isEqualTo(422);
    assertThat(after.body().path("detail").asText()).contains("ended");
    assertThat(
            clerk
                .post(events, "{'kind': 'RECTIFIED', 'on': '2026-11-21', 'reason': 'A misprint'}")
                .status())
        .isEqualTo(201);
  }

  @Test
  void whatLiesAheadMovesNothing() {
    String path = open("ahead");
    as("mfaClerk")
        .post(
            path + "/events",
            "{'kind': 'ENTERED_INTO_FORCE', 'on': '2027-06-01', 'source': {'outlet': 'An agency'}}");
    assertThat(steps("mddtClerk", path)).contains("complete-consent");
    assertThat(as("mfaClerk").get(path).body().path("stage").asText()).isEqualTo("SIGNED");
  }

  @Test
  void aTaskIsAnsweredInItsOwnFields() {
    String path = open("fields");
    String id =
        StreamSupport.stream(tasks("energyClerk").spliterator(), false)
            .filter(task -> path.endsWith(task.path("reference").asText()))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    String completion = "/api/tasks/" + id + "/completion";
    Caller energy = as("energyClerk");
    assertThat(energy.post(completion, "{'on': '2026-11-01', 'colour': ''}").status())
        .isEqualTo(400);
    assertThat(energy.post(completion, "{'on': '2026-11-01', 'on': '2026-11-02'}").status())
        .isEqualTo(400);
    assertThat(energy.post(completion, "{'on': '2026-11-01', 'act': null}").status())
        .isEqualTo(200);
  }

  @Test
  void anAddressThatIsNotThereIsAProblemToo() {
    Caller.Answer nothing = as("mfaClerk").get("/api/nothing-here");
    assertThat(nothing.status()).isEqualTo(404);
    assertThat(nothing.header("Content-Type")).startsWith("application/problem+json");
    Caller.Answer wrongMethod = as("mfaClerk").patch("/api/rules", "{}");
    assertThat(wrongMethod.status()).isEqualTo(405);
    assertThat(wrongMethod.header("Content-Type")).startsWith("application/problem+json");
    assertThat(as("mfaClerk").get("/api/findings?asOf=%2B999999999-12-31").status()).isEqualTo(400);
  }

  private java.util.List<String> steps(String account, String path) {
    return tasks(account).stream()
        .filter(task -> path.endsWith(task.path("reference").asText()))
        .map(task -> task.path("step").asText())
        .toList();
  }

  private java.util.List<com.fasterxml.jackson.databind.JsonNode> tasks(String account) {
    return as(account).all("/api/tasks?limit=200");
  }

  private String open(String slug) {
    Caller.Answer opened = as("mddtClerk").post("/api/instruments", CASE.formatted(slug));
    assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
    return "/api/instruments/" + opened.body().path("reference").asText();
  }

  private Caller as(String account) {
    return Caller.at(port, account);
  }
}
