package org.chancery.process.web;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.chancery.instrument.Reference;
import org.chancery.process.House;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@House
class GateTest {

  private static final String ANSWER =
      "{\"variables\":{\"on\":{\"value\":\"2026-01-15\",\"type\":\"String\"}}}";
  private static final AtomicInteger NUMBER = new AtomicInteger(500_000);

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final Reference reference = Reference.of(2026, NUMBER.incrementAndGet());

  @LocalServerPort private int port;
  @Autowired private Processes processes;
  @Autowired private ProcessEngine engine;
  @Autowired private FilterService filters;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identities;
  private String api = "";

  @BeforeEach
  void findsTheEngine() {
    api = "/camunda/api/engine/engine/" + engine.getName();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(to(path));
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(
        to(path)
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", token())
            .POST(BodyPublishers.ofString(body)));
  }

  private String token() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private void logIn(String account) throws IOException, InterruptedException {
    Matcher token =
        Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(get("/login").body());
    assertThat(token.find()).isTrue();
    String form = "username=" + account + "&password=demo&_csrf=" + token.group(1);
    send(
        to("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
    assertThat(get("/camunda/app/tasklist/" + engine.getName() + "/").statusCode()).isEqualTo(200);
    assertThat(get(api + "/filter?firstResult=0&maxResults=9").statusCode()).isEqualTo(200);
  }

  private OpenStep anOpenStep() {
    processes.start("agreement", reference);
    return processes.openSteps(reference).get(0);
  }

  @Test
  void whoHasNotLoggedInIsLedToTheLogin() throws Exception {
    HttpResponse<String> answer = get("/camunda/app/tasklist/");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    assertThat(get(api + "/task").statusCode()).isEqualTo(401);
    assertThat(get("/camunda/api/engine/engine/").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/camunda", "/camunda/", "/camunda/app/", "/camunda/app/welcome/"})
  void everyEntranceLeadsToTheTaskList(String entrance) throws Exception {
    logIn("mddtClerk");
    HttpResponse<String> answer = get(entrance);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/camunda/app/tasklist/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/app/cockpit/",
        "/camunda/app/cockpit/ENGINE/",
        "/camunda/app/admin/ENGINE/",
        "/camunda/app/welcome/ENGINE/",
        "/camunda/api/cockpit/plugin/base/ENGINE/process-definition",
        "/camunda/api/admin/setup/ENGINE/user/create",
        "/camunda/api/engine/engine/ENGINE/deployment",
        "/camunda/api/engine/engine/ENGINE/deployment/",
        "/camunda/api/engine/engine/ENGINE/task/",
        "/camunda/api/engine/engine/ENGINE/task/count",
        "/camunda/api/engine/engine/ENGINE/user",
        "/camunda/api/engine/engine/ENGINE/process-instance",
        "/camunda/api/engine/engine/ENGINE/variable-instance",
        "/camunda/api/engine/engine/ENGINE/authorization",
        "/camunda/anything"
      })
  void whatTheTaskListDoesNotCallIsDenied(String path) throws Exception {
    logIn("mddtClerk");
    String at = path.replace("ENGINE", engine.getName());
    assertThat(get(at).statusCode()).isEqualTo(403);
    assertThat(post(at, "{}").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/app/tasklist;a=b/",
        "/camunda//app/tasklist/",
        "/camunda/app%2ftasklist/",
        "/camunda/app/../api/engine/engine/",
        "/c%61munda/api/engine/engine/",
        "/camunda/api/engine/engine%2f",
        "/camunda/app/%2e%2e/api/engine/engine/"
      })
  void aCrookedPathIsRefused(String path) throws Exception {
    logIn("mddtClerk");
    assertThat(get(path).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"orQueries\":[{\"assigneeExpression\":\"${1}\"}]}",
        "{\"orQueries\":[]}",
        "{\"assigneeExpression\":\"${1}\"}",
        "{\"a\":[{\"b\":{\"dueBeforeExpression\":\"${1}\"}}]}",
        "{\"\\u006frQueries\":[]}",
        "{\"assignee\\u0045xpression\":\"${1}\"}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{} {\"orQueries\":[]}",
        "not json"
      })
  void anExpressionIsRefusedWhereverItHides(String body) throws Exception {
    logIn("mddtClerk");
    String id = filters.createTaskFilterQuery().filterName("All I may see").singleResult().getId();
    HttpResponse<String> answer = post(api + "/filter/" + id + "/list", body);
    assertThat(answer.statusCode()).as("CVE-2026-109432").isEqualTo(400);
    assertThat(answer.body()).contains("may not be asked this");
    assertThat(post(api + "/filter/" + id + "/count", body).statusCode()).isEqualTo(400);
    assertThat(post(api + "/task", body).statusCode()).isEqualTo(403);
    assertThat(post(api + "/filter/create", body).statusCode()).isEqualTo(403);
  }

  @Test
  void anExpressionInTheAddressIsRefused() throws Exception {
    logIn("mddtClerk");
    String id = filters.createTaskFilterQuery().filterName("All I may see").singleResult().getId();
    String list = api + "/filter/" + id + "/list?firstResult=0&maxResults=15";
    assertThat(get(list).statusCode()).isEqualTo(200);
    assertThat(get(list + "&assigneeExpression=x").statusCode()).isEqualTo(400);
  }

  @Test
  void aBodyOfAnyLengthIsNotRead() throws Exception {
    logIn("mddtClerk");
    String id = filters.createTaskFilterQuery().filterName("All I may see").singleResult().getId();
    String body = "{\"name\":\"" + "x".repeat(70_000) + "\"}";
    assertThat(post(api + "/filter/" + id + "/list", body).statusCode()).isEqualTo(413);
  }

  @Test
  void nobodyMakesHimselfAnAdministrator() throws Exception {
    logIn("mddtClerk");
    String setup = "/camunda/api/admin/setup/" + engine.getName() + "/user/create";
    String body = "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"eve\"}}";
    assertThat(post(setup, body).statusCode()).as("CVE-2026-77226").isEqualTo(403);
    assertThat(identities.isReadOnly()).isTrue();
    assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").count()).isPositive();
  }

  @Test
  void aChangeWithoutTheTokenOfThePageIsRefused() throws Exception {
    logIn("mddtClerk");
    OpenStep step = anOpenStep();
    HttpRequest.Builder forged =
        to(api + "/task/" + step.id() + "/claim")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"userId\":\"mddtClerk\"}"));
    HttpResponse<String> refused = send(forged);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("This page is no longer valid");
    assertThat(processes.step(step.id()).orElseThrow().assignee()).isNull();
  }

  @Test
  void aTaskIsClaimedForOneselfOnly() throws Exception {
    logIn("mddtClerk");
    OpenStep step = anOpenStep();
    String claim = api + "/task/" + step.id() + "/claim";
    assertThat(post(claim, "{\"userId\":\"mddtManager\"}").statusCode()).isEqualTo(400);
    assertThat(post(claim, "{\"userId\":\"mddtClerk\"}").statusCode()).isEqualTo(204);
    assertThat(processes.step(step.id()).orElseThrow().assignee()).isEqualTo("mddtClerk");
  }

  @Test
  void aRefusedAnswerSaysWhyAndNothingElse() throws Exception {
    logIn("mddtClerk");
    OpenStep step = anOpenStep();
    HttpResponse<String> answer =
        post(api + "/task/" + step.id() + "/submit-form", "{\"variables\":{}}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("\"message\":\"Date: This step is for: a date. Ask one of them to do it.\"")
        .contains(
            "\"errors\":[{\"pointer\":\"/on\",\"message\":\"This step is for: a date. Ask one of"
                + " them to do it.\"}]")
        .doesNotContain("Refusal", "Exception", "org.chancery", "Fault");
    assertThat(processes.step(step.id())).isPresent();
  }

  @Test
  void anAnswerCompletesTheTask() throws Exception {
    logIn("mddtClerk");
    OpenStep step = anOpenStep();
    String form = "{\"variables\":{\"on\":{\"value\":\"2026-01-15\",\"type\":\"String\"}}}";
    assertThat(post(api + "/task/" + step.id() + "/submit-form", form).statusCode()).isEqualTo(204);
    assertThat(processes.step(step.id())).isEmpty();
  }

  @Test
  void aTaskThatOneMayNotSeeIsAsUnknownAsNone() throws Exception {
    logIn("energyClerk");
    String foreign = api + "/task/" + anOpenStep().id();
    String unknown = api + "/task/00000000-0000-4000-8000-000000000000";
    for (String call : List.of("", "/form", "/form-variables", "/identity-links")) {
      assertThat(get(foreign + call).statusCode()).as(call).isEqualTo(404);
      assertThat(get(unknown + call).statusCode()).as(call).isEqualTo(404);
    }
    for (Map.Entry<String, String> call :
        Map.of(
                "/claim", "{\"userId\":\"energyClerk\"}",
                "/unclaim", "{}",
                "/submit-form", ANSWER)
            .entrySet()) {
      HttpResponse<String> told = post(foreign + call.getKey(), call.getValue());
      assertThat(told.statusCode()).as(call.getKey()).isEqualTo(404);
      assertThat(told.body())
          .isEqualTo(post(unknown + call.getKey(), call.getValue()).body())
          .doesNotContain("TASK_WORK", "Exception", "energyClerk");
    }
    assertThat(processes.openSteps(reference)).isNotEmpty();
  }

  @Test
  void whoHasClaimedATaskGivesItBackAndNobodyElseDoes() throws Exception {
    logIn("mddtClerk");
    OpenStep step = anOpenStep();
    String task = api + "/task/" + step.id();
    assertThat(post(task + "/unclaim", "{}").statusCode()).isEqualTo(403);
    assertThat(post(task + "/claim", "{\"userId\":\"mddtClerk\"}").statusCode()).isEqualTo(204);
    assertThat(post(task + "/unclaim", "{}").statusCode()).isEqualTo(204);
    assertThat(processes.step(step.id()).orElseThrow().assignee()).isNull();

    tasks.setAssignee(step.id(), "mddtManager");
    assertThat(post(task + "/unclaim", "{}").statusCode()).isEqualTo(403);
    assertThat(processes.step(step.id()).orElseThrow().assignee()).isEqualTo("mddtManager");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\":\"rO0ABXNyAA\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
        "{\"value\":\"{}\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\",\"serializationDataFormat\":\"application/json\"}}",
        "{\"value\":\"YQ==\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"a.txt\"}}",
        "{\"value\":\"YQ==\",\"type\":\"Bytes\"}",
        "{\"value\":\"<a/>\",\"type\":\"Xml\"}",
        "{\"value\":\"{}\",\"type\":\"Json\"}",
        "{\"value\":\"2026-01-15\",\"type\":\"object\"}",
        "{\"value\":\"2026-01-15\",\"type\":{\"a\":1}}",
        "{\"value\":{\"a\":1},\"type\":\"String\"}",
        "{\"value\":[\"2026-01-15\"]}",
        "{\"value\":\"2026-01-15\",\"type\":\"String\",\"valueInfo\":{\"transient\":true}}"
      })
  void nothingIsMadeOfWhatAFormSays(String on) throws Exception {
    logIn("mddtClerk");
    OpenStep step = anOpenStep();
    String form = "{\"variables\":{\"on\":" + on + "}}";
    assertThat(post(api + "/task/" + step.id() + "/submit-form", form).statusCode()).isEqualTo(400);
    assertThat(processes.step(step.id())).isPresent();
  }

  @Test
  void aTaskClaimedByAnotherIsAConflict() throws Exception {
    logIn("mddtClerk");
    OpenStep step = anOpenStep();
    tasks.setAssignee(step.id(), "mddtManager");
    String form = "{\"variables\":{\"on\":{\"value\":\"2026-01-15\",\"type\":\"String\"}}}";
    HttpResponse<String> answer = post(api + "/task/" + step.id() + "/submit-form", form);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("claimed by mddtManager");
  }

  @Test
  void theEnginesOwnRestIsNotOnTheClassPath() throws Exception {
    assertThat(
            getClass()
                .getResource(
                    "/org/camunda/bpm/spring/boot/starter/rest/CamundaBpmRestInitializer.class"))
        .isNull();
    logIn("mddtClerk");
    assertThat(get("/engine-rest/engine").statusCode()).isEqualTo(404);
  }

  @Test
  void thePageSaysWhichLanguageItIsIn() throws Exception {
    logIn("mddtClerk");
    String page = "/camunda/app/tasklist/" + engine.getName() + "/";
    assertThat(send(to(page).header("Accept-Language", "ar")).body())
        .contains("<html lang=\"ar\" dir=\"rtl\"")
        .contains("data-languages=\"en=English,az=", "data-decides=\"false\"");
    assertThat(send(to(page).header("Accept-Language", "az")).body())
        .contains("<html lang=\"az\" dir=\"ltr\"");
    assertThat(get(page + "?lang=az").headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("lang=az;"));
    assertThat(get(page + "?lang=xx").headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("lang="));
  }

  @Test
  void listsAndTasksAreToldInTheReadersLanguage() throws Exception {
    OpenStep step = anOpenStep();
    logIn("mddtClerk");
    assertThat(send(to(api + "/filter?firstResult=0&maxResults=9").header("Accept-Language", "az")))
        .extracting(HttpResponse::body, as(STRING))
        .contains("Nazirliyimin", "Son tarix")
        .doesNotContain("My ministry's");
    HttpResponse<String> told =
        send(
            to(api + "/task/" + step.id())
                .header("Accept", "application/hal+json")
                .header("Accept-Language", "az"));
    assertThat(told.body()).contains("Mətnin layihəsini hazırlayın").doesNotContain(step.name());
  }
}
