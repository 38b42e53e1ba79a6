package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.chancery.deadline.RuleTables;
import org.chancery.deadline.TableName;
import org.chancery.deadline.TableText;
import org.chancery.deadline.TableVersion;
import org.chancery.document.FileFixture;
import org.chancery.journal.Entry;
import org.chancery.journal.HouseJournal;
import org.chancery.operations.GivenUpFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * S26: every state change leaves one journal entry with who, when, what, before and after. Each
 * route that can change something has a row here, a call that succeeds and adds exactly one entry,
 * or a reason why there is nothing to enter; a new route without either fails the build.
 */
@ChanceryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalOfEveryChangeTest {

  /** Routes that change nothing of record, and why. */
  private static final Map<String, String> NOTHING_OF_RECORD =
      Map.of(
          "POST /api/what-if", "stores nothing",
          "POST /archive", "reads the register out",
          "POST /api/instruments:import",
              "opens each case as POST /api/instruments does, see ImportTest",
          "POST /look", "sets a cookie",
          "POST /setup", "is there in an empty house only, see SetupPageTest",
          "PUT /tasks/{id}/draft", "keeps what is typed and not yet said");

  private static final Set<RequestMethod> CHANGING =
      Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

  private static final String OF = "/api/instruments/{reference}";
  private static final String PAGE = "/instruments/{reference}";
  private static final String MILESTONE = "/milestones/{milestone}";

  private static final String CASE =
      """
      {'type': 'UNDERTAKING', 'title': {'en': 'Every change'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}],
       'milestones': [{'kind': 'REPORT', 'due': '../2026-10-31', 'body': 'mddt'}],
       'targets': [{'id': 'turnover', 'quantity': 'trade turnover', 'value': 200, 'unit': 'USD',
                    'baseline': {'value': 100, 'period': '2023'}, 'end': '2028-12-31'}]}""";

  private static final String AGREEMENT =
      """
      {'type': 'AGREEMENT', 'title': {'en': 'Every step'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""";

  private static final String FIGURE =
      "{'value': 110, 'period': '2024', 'source': {'outlet': 'An agency', 'date': '2025-02-01'}}";

  private static final String REASONS = "{'reason': 'Because', 'authority': 'Order 1'%s}";

  private final AtomicInteger names = new AtomicInteger();
  private final Map<String, Supplier<Runnable>> rows = new TreeMap<>();

  @LocalServerPort int port;
  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;
  @Autowired RuleTables tables;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired PlatformTransactionManager transactions;
  @Autowired HouseJournal house;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @BeforeAll
  void fill() {
    cases();
    decisions();
    paper();
    pagesOfCases();
    ofAPerson();
    herPassword();
    lawyers();
    accounts();
    people();
    operations();
  }

  @AfterAll
  void restore() {
    settle();
    if (!inForce().text().equals(first().text())) {
      putInForce(first().text());
    }
  }

  @Test
  void everyRouteThatChangesSomethingHasARowOrAReason() {
    Set<String> known = new TreeSet<>(rows.keySet());
    known.addAll(NOTHING_OF_RECORD.keySet());
    assertThat(known)
        .as("a new route needs a call here that leaves one entry, or a reason for none")
        .isEqualTo(routes());
    assertThat(rows.keySet()).doesNotContainAnyElementsOf(NOTHING_OF_RECORD.keySet());
    Proof.count("S26", "routes that change something", rows.size());
  }

  @TestFactory
  Stream<DynamicTest> everyChangeLeavesOneEntry() {
    return rows.entrySet().stream()
        .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> leavesOne(row.getValue())));
  }

  private void leavesOne(Supplier<Runnable> row) {
    Runnable call = row.get();
    long before = entries();
    call.run();
    assertThat(entries() - before).isOne();
  }

  /** The last entry of the house says who, when, what, before and after; the chain is whole. */
  @Test
  void anEntrySaysWhoWhenWhatAndWhatItWasAndBecame() {
    String name = account();
    admin().patch("/api/accounts/" + name, "{'bodies': ['health']}", "If-Match", "*");
    Entry entry = house.newest("account/" + name, 1).get(0);
    assertThat(entry.account()).isEqualTo("admin");
    assertThat(entry.change()).isEqualTo("ACCOUNT_CHANGED");
    assertThat(entry.recordedAt()).isNotNull();
    assertThat(entry.before()).contains("\"culture\"").doesNotContain("health");
    assertThat(entry.after()).contains("\"health\"").doesNotContain("culture");
    @Nullable Entry last = null;
    for (Entry each : house.of("", 0, Integer.MAX_VALUE)) {
      assertThat(each.follows(last)).as("%s", each).isTrue();
      last = each;
    }
  }

  /** The registrar asks whether all that was entered is whole; the clerk may not. */
  @Test
  void theJournalsAreWholeAndTheRegistrarMayAsk() {
    JsonNode found = as("registrar").get("/api/journal/verification").body();
    assertThat(found.path("flaws")).isEmpty();
    assertThat(found.path("whole").asBoolean()).isTrue();
    assertThat(found.path("entries").asLong()).isPositive();
    assertThat(mddt().get("/api/journal/verification").status()).isEqualTo(403);
  }

  /** No password, key, token, nor anything stored of one, stands in any entry. */
  @Test
  void noEntryTellsASecret() {
    String name = account();
    String path = "/api/accounts/" + name;
    String password = admin().post(path + "/password", "").body().path("password").asText();
    String key = admin().post(path + "/keys", "{'label': 'x'}").body().path("secret").asText();
    assertThat(List.of(password, key)).noneMatch(String::isBlank);
    List<String> hashes =
        jdbc.sql(
                """
                select password_hash from account where name = :name
                union select hash from api_key where account = :name""")
            .param("name", name)
            .query(String.class)
            .list();
    assertThat(house.of("", 0, Integer.MAX_VALUE))
        .extracting(entry -> entry.before() + " " + entry.after())
        .allSatisfy(text -> assertThat(text).doesNotContain(password, key).doesNotContain(hashes));
  }

  private void cases() {
    api("POST /api/instruments", () -> () -> done(mddt().post("/api/instruments", CASE)));
    api(
        "PATCH " + OF,
        path -> done(mddt().patch(path, "{'slug': null, 'subject': 'DIGITAL'}", "If-Match", "*")));
    api(
        "POST " + OF + "/events",
        path -> done(mddt().post(path + "/events", "{'kind': 'PUBLISHED', 'on': '2026-11-01'}")));
    api(
        "POST " + OF + "/targets/{target}/observations",
        path -> done(mddt().post(path + "/targets/turnover/observations", FIGURE)));
    api(
        "POST " + OF + "/milestones",
        path ->
            done(
                mddt()
                    .post(
                        path + "/milestones",
                        "{'kind': 'REPORT', 'due': '2027-03-31', 'body': 'mddt'}")));
    api(
        "PATCH " + OF + "/milestones/{id}",
        path ->
            done(mddt().patch(path + "/milestones/1", "{'due': '2026-12-01'}", "If-Match", "*")));
    api(
        "POST /api/tasks/{id}/completion",
        () -> {
          String reference = desk.open("mddtClerk", AGREEMENT).value();
          String task = mddt().taskIn(reference);
          return () ->
              done(mddt().post("/api/tasks/" + task + "/completion", "{'on': '2026-11-20'}"));
        });
  }

  private void decisions() {
    String of = OF + MILESTONE;
    api(
        "POST " + of + "/extensions",
        path -> done(decide(path, "/extensions", ", 'to': '2026-12-15'")));
    api(
        "POST " + of + "/suspensions",
        path -> done(decide(path, "/suspensions", ", 'from': '2026-11-21'")));
    api("POST " + of + "/waivers", path -> done(decide(path, "/waivers", "")));
    api(
        "POST " + of + "/waivers/{id}/confirmation",
        () -> {
          String path = waived();
          return () -> done(as("mddtDeputy").post(path + "/confirmation", ""));
        });
    api(
        "POST " + of + "/waivers/{id}/withdrawal",
        () -> {
          String path = waived();
          return () -> done(as("mddtManager").post(path + "/withdrawal", ""));
        });
  }

  private void paper() {
    api(
        "POST " + OF + "/custody",
        path ->
            done(
                mddt()
                    .post(
                        path + "/custody",
                        "{'kind': 'REGISTERED', 'party': 'AZ', 'on': '2026-11-02', 'holder':"
                            + " {'body': 'mddt'}}")));
    api("POST " + OF + "/documents", path -> done(upload(path + "/documents", true)));
    api(
        "POST " + OF + "/documents/{id}/versions",
        () -> {
          String path = opened();
          done(upload(path + "/documents", true));
          return () -> done(upload(path + "/documents/1/versions", false));
        });
    String removals = "/documents/{id}/versions/{number}/removals";
    api(
        "POST " + OF + removals,
        () -> {
          String path = filed();
          return () -> done(as("mddtManager").post(path, "{'reason': 'The wrong file'}"));
        });
    for (String step : List.of("/confirmation", "/withdrawal")) {
      api(
          "POST " + OF + removals + "/{removal}" + step,
          () -> {
            String path = toBeTakenOut();
            return () -> done(as("mddtDeputy").post(path + step, ""));
          });
      api(
          "POST " + PAGE + removals + "/{removal}" + step,
          () -> {
            String path = pageOf(toBeTakenOut());
            String page = path.replaceAll("/documents.*", "");
            return () -> done(guest("mddtDeputy").submit(page, path + step));
          });
    }
    api(
        "POST " + PAGE + removals,
        () -> {
          String path = pageOf(filed());
          return () -> done(guest("mddtManager").submit(path, path, "/reason", "The wrong file"));
        });
  }

  /** Where it is proposed to take the version of a text out. */
  private String filed() {
    String path = opened() + "/documents";
    done(upload(path, true));
    return path + "/1/versions/1/removals";
  }

  /** The path of a removal that waits for a second person. */
  private String toBeTakenOut() {
    String path = filed();
    done(as("mddtManager").post(path, "{'reason': 'The wrong file'}"));
    return path + "/1";
  }

  private void pagesOfCases() {
    api(
        "POST /instruments/new",
        () ->
            () ->
                clerk(
                    "/instruments/new",
                    "/instruments/new",
                    "/type",
                    "MEMORANDUM",
                    "/title/en",
                    "Every page",
                    "/responsibleBody",
                    "mddt",
                    "/parties/0/code",
                    "AZ",
                    "/parties/1/code",
                    "KZ"));
    page(
        PAGE + "/edit",
        "/edit",
        "version",
        "1",
        "/type",
        "UNDERTAKING",
        "/title/en",
        "After",
        "/responsibleBody",
        "mddt",
        "/parties/0/code",
        "AZ");
    page(PAGE + "/events", "/events", "/kind", "PUBLISHED", "/on", "2026-11-01");
    page(
        PAGE + "/milestones",
        "/milestones",
        "/kind",
        "REPORT",
        "/due",
        "2027-03-31",
        "/name/en",
        "First",
        "/body",
        "mddt",
        "/basis",
        "STATED");
    page(
        PAGE + "/targets/{target}/observations",
        "/targets/turnover/observations",
        "/value",
        "110",
        "/period",
        "2024",
        "/source/outlet",
        "An agency");
    page(
        PAGE + "/custody",
        "/custody",
        "/kind",
        "REGISTERED",
        "/party",
        "AZ",
        "/holder/body",
        "mddt",
        "/on",
        "2026-11-02");
    api("POST " + PAGE + "/documents", () -> texts("/documents", "/language", "az"));
    api(
        "POST " + PAGE + "/documents/{id}/versions",
        () -> {
          String path = pageOf(opened());
          done(
              guest("mddtClerk")
                  .upload(
                      path,
                      path + "/documents",
                      "a.docx",
                      FileFixture.docx("1"),
                      "/language",
                      "az"));
          return () ->
              done(
                  guest("mddtClerk")
                      .upload(
                          path, path + "/documents/1/versions", "b.docx", FileFixture.docx("2")));
        });
    String decision = PAGE + MILESTONE;
    api(
        "POST " + decision + "/{kind:extensions|waivers|suspensions}",
        () -> {
          String path = pageOf(opened()) + "/milestones/1/extensions";
          return () ->
              done(
                  guest("mddtManager")
                      .submit(
                          path,
                          path,
                          "/to",
                          "2026-12-15",
                          "/reason",
                          "Late",
                          "/authority",
                          "Order 1"));
        });
    api(
        "POST " + decision + "/waivers/{id}/confirmation",
        () -> ruled("mddtDeputy", "/confirmation"));
    api("POST " + decision + "/waivers/{id}/withdrawal", () -> ruled("mddtManager", "/withdrawal"));
    api(
        "POST /decisions",
        () -> {
          String reference = reference(opened());
          return () ->
              done(
                  guest("mddtManager")
                      .submit(
                          "/decisions?on=" + reference + ".1",
                          "/decisions",
                          "token",
                          reference,
                          "what",
                          "EXTEND",
                          "/to",
                          "2026-12-15",
                          "/reason",
                          "Late",
                          "/authority",
                          "Order 1",
                          "on",
                          reference + ".1"));
        });
    api(
        "POST /decisions/waivers",
        () -> {
          String reference = reference(waived());
          return () ->
              done(
                  guest("mddtDeputy")
                      .submit(
                          "/decisions/waivers",
                          "/decisions/waivers",
                          "token",
                          reference,
                          "what",
                          "confirmation",
                          "on",
                          reference + ".1.1"));
        });
  }

  private void ofAPerson() {
    api(
        "POST /me",
        () -> {
          wish();
          return this::wish;
        });
    api("POST /me/feed", () -> () -> done(guest("healthDeputy").submit("/me/feed", "/me/feed")));
    api(
        "POST /me/feed/revocation",
        () -> {
          guest("healthManager").submit("/me/feed", "/me/feed");
          return () -> done(guest("healthManager").submit("/me/feed", "/me/feed/revocation"));
        });
  }

  private void herPassword() {
    api(
        "POST /me/password",
        () -> {
          String name = account();
          String old =
              admin()
                  .post("/api/accounts/" + name + "/password", "")
                  .body()
                  .path("password")
                  .asText();
          Guest person = Guest.at(port, name, old);
          String chosen = "Garden gate 1991";
          return () ->
              done(
                  person.submit(
                      "/me/password",
                      "/me/password",
                      "old",
                      old,
                      "password",
                      chosen,
                      "again",
                      chosen));
        });
  }

  private void lawyers() {
    String changes = "/rules/thresholds/changes";
    api(
        "POST /rules/{table}/changes",
        () -> {
          settle();
          return () ->
              done(
                  guest("lawyer")
                      .submit(
                          "/rules/thresholds",
                          changes,
                          "text",
                          other().value(),
                          "remark",
                          "A test",
                          "from",
                          "" + inForce().number()));
        });
    api(
        "POST /rules/{table}/changes/shipped",
        () -> {
          settle();
          putInForce(other());
          return () ->
              done(
                  guest("lawyer")
                      .submit(
                          "/rules/thresholds",
                          changes + "/shipped",
                          "from",
                          "" + inForce().number()));
        });
    api(
        "POST /rules/{table}/changes/{number}/application",
        () -> moved("lawyer", false, "application"));
    api(
        "POST /rules/{table}/changes/{number}/confirmation",
        () -> moved("mfaManager", true, "confirmation"));
    api("POST /rules/{table}/changes/{number}/refusal", () -> moved("lawyer", false, "refusal"));
  }

  private void accounts() {
    api("POST /api/accounts", () -> () -> account());
    ofAccount(
        "PATCH /api/accounts/{name}",
        path -> done(admin().patch(path, "{'displayName': 'Another'}", "If-Match", "*")));
    ofAccount(
        "POST /api/accounts/{name}/password", path -> done(admin().post(path + "/password", "")));
    ofAccount(
        "POST /api/accounts/{name}/keys",
        path -> done(admin().post(path + "/keys", "{'label': 'A test'}")));
    api(
        "DELETE /api/accounts/{name}/keys/{id}",
        () -> {
          String path = "/api/accounts/" + account() + "/keys";
          int id = admin().post(path, "{'label': 'A test'}").body().path("key").path("id").asInt();
          return () -> done(admin().delete(path + "/" + id));
        });
  }

  private void people() {
    api(
        "POST /people",
        () ->
            () ->
                done(
                    guest("admin")
                        .submit(
                            "/people",
                            "/people",
                            "name",
                            "page" + names.incrementAndGet(),
                            "displayName",
                            "A page",
                            "role",
                            "CLERK",
                            "body",
                            "culture")));
    ofPerson(
        "POST /people/{name}",
        "",
        "version",
        "1",
        "displayName",
        "Moved",
        "role",
        "CLERK",
        "body",
        "health");
    ofPerson("POST /people/{name}/{move:closing|opening}", "/closing");
    ofPerson("POST /people/{name}/password", "/password");
    ofPerson("POST /people/{name}/keys", "/keys", "label", "A test", "scope", "READ");
    api(
        "POST /people/{name}/keys/{id}/revocation",
        () -> {
          String name = account();
          int id =
              admin()
                  .post("/api/accounts/" + name + "/keys", "{'label': 'A test'}")
                  .body()
                  .path("key")
                  .path("id")
                  .asInt();
          String path = "/people/" + name;
          return () -> done(guest("admin").submit(path, path + "/keys/" + id + "/revocation"));
        });
  }

  private void operations() {
    GivenUpFixture jobs = new GivenUpFixture(runtime, management, jdbc, transactions);
    api(
        "POST /operations",
        () -> {
          String job = jobs.job();
          return () -> done(guest("operator").submit("/operations", "/operations", "job", job));
        });
  }

  private void api(String route, Supplier<Runnable> row) {
    assertThat(rows.put(route, row)).as(route).isNull();
  }

  /** A row whose call is about a case that is opened for it. */
  private void api(String route, Consumer<String> call) {
    api(
        route,
        () -> {
          String path = opened();
          return () -> call.accept(path);
        });
  }

  private void ofAccount(String route, Consumer<String> call) {
    api(
        route,
        () -> {
          String path = "/api/accounts/" + account();
          return () -> call.accept(path);
        });
  }

  private void ofPerson(String route, String action, String... fields) {
    api(
        route,
        () -> {
          String path = "/people/" + account();
          return () -> done(guest("admin").submit(path, path + action, fields));
        });
  }

  private void page(String route, String action, String... fields) {
    api(
        "POST " + route,
        () -> {
          String path = pageOf(opened());
          return () -> clerk(path, path + action, fields);
        });
  }

  private Runnable texts(String action, String... fields) {
    String path = pageOf(opened());
    return () ->
        done(
            guest("mddtClerk")
                .upload(path, path + action, "a.docx", FileFixture.docx("1"), fields));
  }

  private Runnable ruled(String account, String action) {
    String path = pageOf(waived());
    return () -> done(guest(account).submit(path.replaceAll("/milestones/.*", ""), path + action));
  }

  private Runnable moved(String account, boolean applied, String move) {
    settle();
    TableVersion change =
        desk.as(
            "lawyer",
            () -> tables.stage(TableName.THRESHOLDS, other(), "A test", inForce().number()));
    if (applied) {
      desk.as("lawyer", () -> apply(change));
    }
    String path = "/rules/thresholds/changes/" + change.number() + "/" + move;
    return () -> done(guest(account).submit("/rules/thresholds", path));
  }

  private void clerk(String page, String action, String... fields) {
    done(guest("mddtClerk").submit(page, action, fields));
  }

  private Caller.Answer decide(String path, String kind, String more) {
    return as("mddtManager").post(path + "/milestones/1" + kind, REASONS.formatted(more));
  }

  /** The path of a waiver that waits for a second manager. */
  private String waived() {
    String path = opened();
    done(decide(path, "/waivers", ""));
    return path + "/milestones/1/waivers/1";
  }

  private Caller.Answer upload(String path, boolean first) {
    String line = "--line\r\nContent-Disposition: form-data; name=";
    String language = first ? line + "\"language\"\r\n\r\naz\r\n" : "";
    String body =
        language
            + line
            + "\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nText "
            + first
            + "\r\n--line--\r\n";
    return mddt()
        .send(
            path,
            "multipart/form-data; boundary=line",
            BodyPublishers.ofString(body, StandardCharsets.UTF_8));
  }

  private String opened() {
    return "/api/instruments/" + desk.open("mddtClerk", CASE);
  }

  private static String pageOf(String path) {
    return path.replace("/api", "");
  }

  private static String reference(String path) {
    return path.replaceAll("/milestones.*|/api/instruments/", "");
  }

  private String account() {
    String name = "every" + names.incrementAndGet();
    done(
        admin()
            .post(
                "/api/accounts",
                "{'name': '"
                    + name
                    + "', 'displayName': 'Every change', 'roles': ['CLERK'], 'bodies':"
                    + " ['culture']}"));
    return name;
  }

  /** The same wishes each time, and another address. */
  private void wish() {
    String address = "deputy" + names.incrementAndGet() + "@health.example";
    done(
        guest("healthDeputy")
            .submit(
                "/me",
                "/me",
                "email",
                address,
                "language",
                "",
                "digest",
                "DAILY",
                "wanted",
                "REQUEST"));
  }

  private TableVersion inForce() {
    return tables.inForce(TableName.THRESHOLDS);
  }

  private TableVersion first() {
    return tables.version(TableName.THRESHOLDS, 1);
  }

  /** A text that is not in force. */
  private TableText other() {
    return new TableText(
        first().text().value()
            + "due-soon,REPORT,culture,"
            + (300 + names.incrementAndGet() % 60)
            + ",URGENT,test\n");
  }

  /** No change of the table is under way. */
  private void settle() {
    tables
        .underWay(TableName.THRESHOLDS)
        .ifPresent(
            change ->
                desk.as(
                    "lawyer",
                    () -> {
                      tables.refuse(TableName.THRESHOLDS, change.number(), null);
                      return change;
                    }));
  }

  private void putInForce(TableText text) {
    TableVersion change =
        desk.as(
            "lawyer", () -> tables.stage(TableName.THRESHOLDS, text, "A test", inForce().number()));
    desk.as("lawyer", () -> apply(change));
    desk.as(
        "mfaManager",
        () -> {
          tables.confirm(TableName.THRESHOLDS, change.number());
          return change;
        });
  }

  private TableVersion apply(TableVersion change) {
    tables.apply(TableName.THRESHOLDS, change.number());
    return change;
  }

  private long entries() {
    return jdbc.sql("select (select count(*) from journal) + (select count(*) from house_journal)")
        .query(Long.class)
        .single();
  }

  private Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach(
            (route, handler) -> {
              if (handler.getBeanType().getName().startsWith("org.chancery.")) {
                changing(route).forEach(routes::add);
              }
            });
    return routes;
  }

  private static Stream<String> changing(RequestMappingInfo route) {
    return route.getMethodsCondition().getMethods().stream()
        .filter(CHANGING::contains)
        .flatMap(method -> route.getPatternValues().stream().map(path -> method + " " + path));
  }

  private static void done(Caller.Answer answer) {
    assertThat(answer.status()).as("%s", answer.response().body()).isBetween(200, 299);
  }

  private static void done(HttpResponse<String> page) {
    assertThat(page.statusCode()).as("%s", page.body()).isEqualTo(200);
  }

  private Caller mddt() {
    return as("mddtClerk");
  }

  private Caller admin() {
    return as("admin");
  }

  private Caller as(String account) {
    return Caller.at(port, account);
  }

  private Guest guest(String account) {
    return Guest.at(port, account);
  }
}
