package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.Door.Place;
import org.chancery.Trespasser.Seen;
import org.chancery.instrument.Reference;
import org.chancery.process.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * S3: every endpoint of the running application is tried by every role on a case of its own, on
 * another's and on none. {@code access-matrix.csv} says who comes in; an endpoint that is not there
 * fails, and {@code docs/generated/access-matrix.md} keeps what was answered.
 */
@ChanceryTest
class AccessMatrixTest {

  /** Stands in every text of the foreign case, and may be read in no answer. */
  private static final String SECRET = "Zirconquill";

  private static final String NONSENSE = "Qxwyvbnmlkj";

  private static final List<String> QUESTIONS =
      List.of(
          "/api/instruments?q=%s",
          "/search?q=%s",
          "/instruments?q=%s",
          "/api/findings?q=%s",
          "/api/reports/overdue?q=%s",
          "/api/reports/overdue/summary?q=%s",
          "/api/reports/overdue.csv?q=%s",
          "/reports/overdue?q=%s",
          "/reports/timeline?q=%s",
          "/reports/pictures?q=%s");

  private static final String CASE =
      """
      {'type': 'AGREEMENT', 'title': {'en': '%1$s agreement'}, 'responsibleBody': '%2$s',
       'authenticLanguages': ['az'], 'subject': 'DIGITAL',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}], 'sources': [{'outlet': '%1$s news'}],
       'targets': [{'id': 'freight', 'quantity': '%1$s freight', 'value': 10, 'unit': 't'}],
       'milestones': [{'kind': 'REPORT', 'name': {'en': '%1$s report'}, 'due': '2026-11-01'}],
       'events': [{'kind': 'PROPOSAL_SUBMITTED', 'on': '2026-01-10', 'remark': '%1$s'}]}\
      """;

  @LocalServerPort int port;
  @Autowired Desk desk;
  @Autowired Processes processes;
  @Autowired JdbcClient jdbc;
  @Autowired Collection<RequestMappingInfoHandlerMapping> mappings;
  @Autowired Collection<AbstractUrlHandlerMapping> resources;

  private final Map<String, Trespasser> people = new LinkedHashMap<>();
  private final Map<String, Place> own = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, String> ofTheEngine = new TreeMap<>();
  private int calls;
  private Place foreign = new Place("", "");
  private final Place none =
      new Place(Reference.of(2026, 999_999).value(), "00000000-0000-4000-8000-000000000000");

  @BeforeEach
  void comeIn() {
    for (String role : Door.ROLES) {
      people.put(role, person(role));
    }
  }

  private Trespasser person(String role) {
    return switch (role) {
      case "anonymous" -> Trespasser.anonymous(port);
      case "clerk" -> Trespasser.at(port, role, "mddtClerk");
      case "manager" -> Trespasser.at(port, role, "mddtManager");
      default -> Trespasser.at(port, role, role);
    };
  }

  @Test
  void everyEndpointHasARowAndEveryRowAnEndpoint() throws IOException {
    assertThat(Door.all().stream().map(Door::key)).doesNotHaveDuplicates();
    assertThat(Door.all().stream().filter(door -> !door.isOfTasklist()).map(Door::key))
        .as("src/test/resources/access-matrix.csv and the endpoints")
        .containsExactlyInAnyOrderElementsOf(endpoints());
  }

  private Set<String> endpoints() {
    Stream<String> ours =
        mappings.stream()
            .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
            .flatMap(AccessMatrixTest::keys);
    Stream<String> files =
        resources.stream()
            .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
            .map(path -> "GET " + path);
    return Stream.concat(ours, files).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> keys(RequestMappingInfo route) {
    Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
    return route.getPatternValues().stream()
        .flatMap(
            path ->
                methods.isEmpty()
                    ? Stream.of("GET " + path)
                    : methods.stream().map(method -> method + " " + path));
  }

  @Test
  void nobodyComesInWhereTheyDoNotBelong() throws IOException {
    foreign = rich("energyClerk", "energyManager", "energy", SECRET);
    made(
        person("admin"),
        "/api/accounts",
        "{'name': '%s', 'displayName': 'Guest', 'roles': ['CLERK'], 'bodies': ['mddt']}",
        Door.GUEST);
    for (String role : Door.READERS) {
      String opener = role.equals("service") ? "service" : "mddtClerk";
      own.put(role, rich(opener, "mddtDeputy", "mddt", "Plain"));
    }
    ofTheEngine.put("{filter}", idOf("/filter?firstResult=0&maxResults=99", "All I may see"));
    ofTheEngine.put(
        "{definition}", definitionOf("/task/" + Objects.requireNonNull(own.get("clerk")).task()));
    List<Seen> before = contents();
    StringBuilder matrix = new StringBuilder();
    for (Door door : Door.all()) {
      matrix.append("| %s | `%s` |".formatted(door.method(), shown(door.path())));
      people.values().forEach(person -> matrix.append(' ').append(cell(door, person)).append(" |"));
      matrix.append('\n');
    }
    wrong.forEach(System.out::println);
    assertThat(String.join("\n", wrong)).isEmpty();
    assertThat(contents()).as("the foreign case").isEqualTo(before);
    Proof.count("S3", "endpoints and calls of the task list", Door.all().size());
    Proof.count("S3", "calls made", calls);
    Proof.count("S3", "foreign reads and writes let through", wrong.size());
    Golden.check("access-matrix.md", HEAD + matrix, getClass());
  }

  private JsonNode engine(String path) throws IOException {
    Seen seen =
        Trespasser.at(port, "clerk", "mddtClerk")
            .knock("GET", "/camunda/api/engine/engine/default" + path);
    return new ObjectMapper().readTree(seen.text().substring(seen.text().indexOf('\n') + 1));
  }

  private String idOf(String path, String name) throws IOException {
    for (JsonNode each : engine(path)) {
      if (each.path("name").asText().equals(name)) {
        return each.path("id").asText();
      }
    }
    throw new AssertionError(name);
  }

  private String definitionOf(String task) throws IOException {
    return engine(task).path("processDefinitionId").asText();
  }

  /**
   * What one asks for shows nothing but what one may see: the secret is as unknown as a nonsense.
   */
  @Test
  void nobodyFindsOrCountsWhatTheyMayNotSee() {
    foreign = rich("energyClerk", "energyManager", "energy", SECRET);
    int asked = 0;
    for (Trespasser person : people.values()) {
      for (String question : QUESTIONS) {
        if (isHidden(person)) {
          String known = person.knock("GET", question.formatted(SECRET)).text();
          assertThat(plain(known, SECRET))
              .as(person.role() + " " + question)
              .doesNotContain(foreign.reference())
              .isEqualTo(plain(person.knock("GET", question.formatted(NONSENSE)).text(), NONSENSE));
          asked++;
        }
      }
    }
    Proof.count("S3", "questions for a secret asked in vain", asked);
  }

  private static String plain(String answer, String word) {
    return answer
        .substring(answer.indexOf('\n') + 1)
        .replaceAll("(?i)" + word, "…")
        .replaceAll("(value|content|data-token)=\"[^\"]{40,}\"", "");
  }

  private static final String HEAD =
      """
      # Who comes in where

      Made by calling the running application: each endpoint, as each role, on a case of one's own / on another body's /
      on one that does not exist. Registrar and lawyer see every case, so none is foreign to them; operator, administrator
      and whoever is not logged in see none. 401 is also the way to the login. 400, 409, 412 and 422 on
      one's own case were let in, and what was sent did not fit.

      | Method | Path | clerk | manager | registrar | lawyer | operator | admin | service | anonymous |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  private static String shown(String path) {
    return path.replace("|", "\\|");
  }

  private String cell(Door door, Trespasser person) {
    if (!door.isOfCase()) {
      return answer(door, person, foreign, true);
    }
    List<String> cells = new ArrayList<>();
    if (own.containsKey(person.role())) {
      cells.add(answer(door, person, own.get(person.role()), door.shows(person.role())));
    }
    if (!Set.of("registrar", "lawyer").contains(person.role())) {
      cells.add(answer(door, person, foreign, false));
    }
    cells.add(answer(door, person, none, false));
    return String.join(" / ", cells);
  }

  private String answer(Door door, Trespasser person, Place place, boolean sees) {
    Set<Integer> answers = new TreeSet<>();
    List<String> addresses = door.addresses(place).stream().map(this::named).toList();
    for (int i = 0; i < addresses.size(); i++) {
      Seen seen = person.knock(door.method(), addresses.get(i), door.says(place, i));
      calls++;
      answers.add(seen.status());
      String knock = person.role() + " " + door.method() + " " + addresses.get(i);
      if (!door.expects(seen, person.role(), sees)) {
        wrong.add(knock + ": " + seen.told());
      }
      if (isHidden(person) && seen.text().contains(SECRET)) {
        wrong.add(knock + " tells the secret");
      }
    }
    return answers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private String named(String address) {
    String named = address;
    for (Map.Entry<String, String> each : ofTheEngine.entrySet()) {
      named = named.replace(each.getKey(), each.getValue());
    }
    return named;
  }

  private static boolean isHidden(Trespasser person) {
    return !Set.of("registrar", "lawyer").contains(person.role());
  }

  /** What the foreign case's own clerk sees of it. */
  private List<Seen> contents() {
    Trespasser energy = Trespasser.at(port, "clerk", "energyClerk");
    String path = "/api/instruments/" + foreign.reference();
    return Stream.of("", "/events", "/documents", "/custody", "/milestones", "/journal?limit=200")
        .map(part -> energy.knock("GET", path + part))
        .map(seen -> new Seen(seen.status(), seen.text().replaceAll("(?s)^\\{.*?}\n", "")))
        .toList();
  }

  /** A case with one of each thing that an address can name. */
  private Place rich(String opener, String manager, String body, String word) {
    Reference reference = desk.open(opener, CASE.formatted(word, body));
    Trespasser clerk = Trespasser.at(port, "clerk", body + "Clerk");
    String api = "/api/instruments/" + reference;
    String report = api + "/milestones/1";
    Trespasser decider = Trespasser.at(port, "manager", manager);
    made(
        decider,
        report + "/extensions",
        "{'to': '2027-02-01', 'reason': '%s', 'authority': 'A'}",
        word);
    made(
        decider,
        report + "/suspensions",
        "{'from': '2026-11-21', 'to': '2026-11-30', 'reason': '%s', 'authority': 'A'}",
        word);
    made(decider, report + "/waivers", "{'reason': '%s', 'authority': 'A'}", word);
    made(
        clerk,
        api + "/custody",
        "{'kind': 'REGISTERED', 'party': 'AZ', 'languages': ['az'], 'on': '2026-11-02',"
            + " 'holder': {'body': '"
            + body
            + "'}, 'remark': '%s'}",
        word);
    made(
        clerk,
        api + "/targets/freight/observations",
        "{'value': 1, 'period': '2025', 'source': {'outlet': '%s'}}",
        word);
    made(clerk, api + "/documents", "file language=az&remark=%s", word);
    made(clerk, api + "/documents/1/versions", "file remark=%s", word);
    made(decider, api + "/documents/1/versions/1/removals", "{'reason': '%s'}", word);
    Reference waiting = desk.open(opener, CASE.formatted(word, body).replace("2026-11-01", "2028"));
    return new Place(reference.value(), processes.openSteps(waiting).get(0).id());
  }

  private static void made(Trespasser person, String path, String said, String word) {
    Seen seen = person.knock("POST", path, said.formatted(word));
    assertThat(seen.status()).as("%s: %s", path, seen).isBetween(200, 202);
  }
}
