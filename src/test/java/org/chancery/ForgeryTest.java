package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.web.Surfer;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** S10: no change without the page's own token, at any route; and no reading changes anything. */
@ChanceryTest
class ForgeryTest {

  private static final String CASE =
      """
      {'type': 'UNDERTAKING', 'title': {'en': 'A case that is only read'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}], 'milestones': [{'kind': 'COMPLETION', 'name': {'en': 'Done'},
          'body': 'mddt', 'due': '2026-12-31'}]}""";
  private static final List<String> PEOPLE =
      List.of(
          "mddtClerk",
          "mddtManager",
          "healthClerk",
          "registrar",
          "lawyer",
          "operator",
          "admin",
          "service");

  /** The role of the access matrix, and who has it; who may do the most first. */
  private static final Map<String, String> VICTIMS = new LinkedHashMap<>();

  static {
    VICTIMS.put("manager", "mddtManager");
    VICTIMS.put("clerk", "mddtClerk");
    VICTIMS.put("registrar", "registrar");
    VICTIMS.put("lawyer", "lawyer");
    VICTIMS.put("admin", "admin");
  }

  private static final String WHY = "The token of the form is missing";
  private static final Set<RequestMethod> SAFE = Set.of(RequestMethod.GET, RequestMethod.HEAD);
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)(?::([^}|]+)[^}]*)?}");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  /** What the house does by itself while nobody asks. */
  private static final Set<String> BY_ITSELF = Set.of("ACT_RU_METER_LOG", "ACT_GE_PROPERTY");

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired JdbcClient jdbc;
  @Autowired Desk desk;
  @LocalServerPort int port;

  @Test
  void noRouteTakesAChangeThatComesWithoutTheToken() throws IOException {
    Reference reference = desk.open("mddtClerk", CASE);
    Map<String, Surfer> victims = victims();
    Map<String, Set<String>> matrix =
        Door.all().stream().collect(Collectors.toMap(Door::key, Door::lets));
    Map<String, String> before = fingerprint();
    Map<String, Integer> taken = new TreeMap<>();
    AtomicInteger forged = new AtomicInteger();
    routes(false)
        .forEach(
            route -> {
              Surfer victim = Objects.requireNonNull(victims.get(mayUse(route, matrix)));
              for (String type : List.of(FORM, "text/plain", JSON)) {
                HttpResponse<String> answer = forge(victim, route, reference, type);
                forged.incrementAndGet();
                if (!isRefused(route.path(), answer)) {
                  taken.put(route + " " + type, answer.statusCode());
                }
              }
            });
    assertThat(taken).isEmpty();
    assertThat(changed(before)).isEmpty();
    Proof.count("S10", "forged changes sent", forged.get());
    Proof.count("S10", "forged changes taken", taken.size());
    victims
        .values()
        .forEach(victim -> assertThat(victim.look(address("/me")).statusCode()).isEqualTo(200));
  }

  private Map<String, Surfer> victims() {
    return VICTIMS.values().stream().collect(Collectors.toMap(account -> account, this::loggedIn));
  }

  /** Somebody whom nothing but the missing token keeps out, as the access matrix has it. */
  private static String mayUse(Route route, Map<String, Set<String>> matrix) {
    Set<String> lets = matrix.getOrDefault(route.method() + " " + route.path(), Set.of());
    return VICTIMS.entrySet().stream()
        .filter(victim -> lets.contains(victim.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("mddtManager");
  }

  @Test
  void tasklistTakesNoChangeWithoutItsToken() {
    String nowhere = "00000000-0000-0000-0000-000000000000";
    Caller.Answer tasks = Caller.at(port, "mddtManager").get("/api/tasks");
    String task = tasks.body().path("items").path(0).path("id").asText();
    assertThat(task).isNotEmpty();
    Map<String, String> calls =
        Map.of(
            "task/" + task + "/submit-form", "{\"variables\":{\"on\":{\"value\":\"never\"}}}",
            "filter/" + nowhere + "/list", "{}");
    calls.forEach(
        (call, body) -> {
          Surfer victim = loggedIn("mddtManager");
          victim.look(address("/camunda/app/tasklist/default/"));
          String at = address("/camunda/api/engine/engine/default/" + call);
          String token = victim.cookie("XSRF-TOKEN");
          assertThat(victim.change("POST", at, JSON, body).statusCode()).as(call).isEqualTo(403);
          assertThat(victim.change("POST", at, JSON, body, "X-XSRF-TOKEN", token).statusCode())
              .as("%s with the token", call)
              .isNotEqualTo(403);
        });
    Surfer victim = loggedIn("mddtManager");
    victim.look(address("/camunda/app/tasklist/default/"));
    String claim = address("/camunda/api/engine/engine/default/task/" + task + "/claim");
    assertThat(victim.change("POST", claim, JSON, "{\"userId\":\"mddtManager\"}").statusCode())
        .isEqualTo(403);
    victim = loggedIn("mddtManager");
    victim.change("POST", address("/camunda/api/admin/auth/user/default/logout"), FORM, "");
    assertThat(victim.look(address("/api/instruments")).statusCode()).isEqualTo(200);
  }

  @Test
  void readingChangesNothingWhoeverReads() {
    Reference reference = desk.open("mddtClerk", CASE);
    Stream.concat(PEOPLE.stream().map(this::loggedIn), Stream.of(new Surfer()))
        .forEach(reader -> readsAll(reader, reference));
  }

  private void readsAll(Surfer reader, Reference reference) {
    Map<String, String> before = fingerprint();
    routes(true).forEach(route -> reader.look(address(filled(route.path(), reference))));
    assertThat(changed(before)).isEmpty();
  }

  private HttpResponse<String> forge(Surfer victim, Route route, Reference reference, String type) {
    return victim.change(
        route.method().name(),
        address(filled(route.path(), reference)),
        type,
        type.equals(JSON) ? "{}" : "a=b");
  }

  /** A program is told that it is for the token; a form to log in or out is shown afresh. */
  private static boolean isRefused(String path, HttpResponse<String> answer) {
    return (answer.statusCode() == 403
            && (!path.startsWith("/api/") || answer.body().contains(WHY)))
        || (Set.of("/login", "/logout").contains(path)
            && answer.headers().firstValue("Location").orElse("").endsWith("/login?again"));
  }

  /** The tables whose rows are others than before. */
  private Set<String> changed(Map<String, String> before) {
    return fingerprint().entrySet().stream()
        .filter(table -> !table.getValue().equals(before.get(table.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The rows of each table, as one hash. */
  private Map<String, String> fingerprint() {
    Map<String, String> prints = new TreeMap<>();
    jdbc
        .sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
        .query(String.class)
        .list()
        .stream()
        .filter(table -> !BY_ITSELF.contains(table))
        .forEach(
            table ->
                prints.put(
                    table,
                    String.valueOf(
                        jdbc.sql("select * from \"" + table + "\"").query().listOfRows().stream()
                            .map(ForgeryTest::text)
                            .sorted()
                            .toList()
                            .hashCode())));
    return prints;
  }

  private static String text(Map<String, Object> row) {
    return row.values().stream()
        .map(
            value -> value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value))
        .toList()
        .toString();
  }

  /**
   * A route of the house.
   *
   * @param method how it is asked
   * @param path its pattern
   */
  private record Route(RequestMethod method, String path) {}

  private List<Route> routes(boolean safe) {
    return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .filter(ForgeryTest::isOurs)
        .flatMap(route -> routes(route.getKey()))
        .filter(route -> SAFE.contains(route.method()) == safe)
        .distinct()
        .toList();
  }

  private static boolean isOurs(Map.Entry<RequestMappingInfo, HandlerMethod> route) {
    return route.getValue().getBeanType().getName().startsWith("org.chancery.");
  }

  private static Stream<Route> routes(RequestMappingInfo info) {
    return info.getPatternValues().stream()
        .flatMap(
            path ->
                info.getMethodsCondition().getMethods().stream()
                    .map(method -> new Route(method, path)));
  }

  private static String filled(String path, Reference reference) {
    Matcher place = PLACE.matcher(path);
    return place.replaceAll(
        match -> match.group(2) != null ? match.group(2) : value(match.group(1), path, reference));
  }

  private static String value(String name, String path, Reference reference) {
    return switch (name) {
      case "reference" -> reference.toString();
      case "code" -> path.contains("bodies") ? "mddt" : path.contains("calendars") ? "AZ" : "KZ";
      case "year" -> "2026";
      case "process" -> "performance";
      case "table" -> "thresholds";
      default -> "1";
    };
  }

  private Surfer loggedIn(String account) {
    Surfer surfer = new Surfer();
    HttpResponse<String> login = surfer.look(address("/login"));
    assertThat(surfer.post(login, "/login", "username", account, "password", "demo").statusCode())
        .isEqualTo(302);
    return surfer;
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
