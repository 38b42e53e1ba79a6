package org.chancery.process.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.chancery.Proof;
import org.chancery.process.Canary;
import org.chancery.process.House;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * S1: no expression that a person sends is evaluated (CVE-2026-109432), whatever property of the
 * engine's REST classes holds it and however it is wrapped, and nobody makes an administrator
 * (CVE-2026-77226). A canary would sing; that it can sing is shown too.
 */
@House
class ExpressionsTest {

  private static final String SONG = "${canary.sing()}";

  @LocalServerPort private int port;
  @Autowired private Canary canary;
  @Autowired private ProcessEngine engine;
  @Autowired private TaskService tasks;
  @Autowired private FilterService filters;
  @Autowired private IdentityService identities;

  @Test
  void theCanarySingsWhereOurGateIsNot() {
    int before = canary.songs();
    identities.setAuthentication("mddtClerk", List.of("mddt"));
    try {
      tasks.createTaskQuery().or().taskAssigneeExpression(SONG).endOr().listPage(0, 9);
    } finally {
      identities.clearAuthentication();
    }
    assertThat(canary.songs()).as("CVE-2026-109432, past the gate").isGreaterThan(before);
  }

  @Test
  void noExpressionIsEvaluated() throws IOException {
    int before = canary.songs();
    Set<String> properties = properties();
    assertThat(properties)
        .contains("assigneeExpression", "candidateGroupsExpression", "dueBeforeExpression")
        .hasSizeGreaterThan(15);
    Person clerk = Person.at(port, "mddtClerk", engine.getName());
    int tried = 0;
    for (String property : properties) {
      for (String body : wrapped(property)) {
        for (String place : places()) {
          int status = clerk.status("POST", place, body);
          assertThat(status).as("%s %s", place, body).isIn(400, 403);
          tried++;
        }
      }
      tried += inAddresses(clerk, property);
    }
    assertThat(canary.songs()).isEqualTo(before);
    Proof.count("S1", "properties that end in Expression", properties.size());
    Proof.count("S1", "expressions sent", tried);
    Proof.count("S1", "expressions evaluated", canary.songs() - before);
  }

  private int inAddresses(Person clerk, String property) {
    int tried = 0;
    String parameter = property + "=" + URLEncoder.encode(SONG, StandardCharsets.UTF_8);
    for (String place : places()) {
      for (String query : List.of(parameter, "a=b&" + parameter, "orQueries=1&" + parameter)) {
        assertThat(clerk.status("GET", place + "?" + query, "")).as(place + query).isIn(400, 403);
        assertThat(clerk.status("POST", place + "?" + query, "{}"))
            .as(place + query)
            .isIn(400, 403);
        tried += 2;
      }
    }
    return tried;
  }

  /** Where a query can be sent at all, and where the engine would take one if it could. */
  private List<String> places() {
    String api = "/camunda/api/engine/engine/" + engine.getName();
    String filter =
        api
            + "/filter/"
            + filters.createTaskFilterQuery().filterName("All I may see").singleResult().getId();
    List<String> reached = List.of(filter + "/list", filter + "/count");
    List<String> denied =
        Stream.of(
                "/task",
                "/task/count",
                "/filter/create",
                "/history/task",
                "/history/process-instance/count",
                "/process-instance",
                "/execution/count")
            .map(api::concat)
            .toList();
    return Proof.isFull() ? Stream.concat(reached.stream(), denied.stream()).toList() : reached;
  }

  private static List<String> wrapped(String property) {
    String held = "{\"%s\":\"%s\"}".formatted(property, SONG);
    String spelt = "{\"%s\":\"%s\"}".formatted(escaped(property), SONG);
    String shouted = "{\"%s\":\"%s\"}".formatted(property.toUpperCase(Locale.ROOT), SONG);
    List<String> all = new ArrayList<>(List.of(held, spelt, shouted));
    all.add("[" + held + "]");
    all.add("{\"orQueries\":[" + held + "]}");
    all.add("{\"orQueries\":[{\"orQueries\":[" + spelt + "]}]}");
    all.add("{\"query\":" + held + ",\"resourceType\":\"Task\",\"name\":\"x\"}");
    all.add("{\"extendingQuery\":{\"orQueries\":[" + held + "]}}");
    all.add("{\"a\":1,\"a\":" + held + "}");
    all.add("{\"name\":\"x\"} " + held);
    all.add("\uFEFF" + held);
    all.add("{\"a\":".repeat(50) + held + "}".repeat(50));
    return all;
  }

  private static String escaped(String property) {
    return property.replace("Expression", "\\u0045xpression");
  }

  @Test
  void aBodyOfAnotherKindIsReadAsWhatItIs() {
    int before = canary.songs();
    Person clerk = Person.at(port, "mddtClerk", engine.getName());
    String held = "{\"orQueries\":[{\"assigneeExpression\":\"" + SONG + "\"}]}";
    for (String type :
        List.of(
            "application/json;charset=UTF-16",
            "application/hal+json",
            "application/vnd.x+json",
            "text/plain",
            "text/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=line",
            "application/xml")) {
      for (String place : places()) {
        assertThat(clerk.ask("POST", place, held, type).statusCode()).as(type).isIn(400, 403, 415);
      }
    }
    assertThat(canary.songs()).isEqualTo(before);
  }

  @Test
  void noStoredFilterHoldsAnExpression() {
    assertThat(filters.createTaskFilterQuery().list())
        .allSatisfy(
            filter ->
                assertThat(((TaskQueryImpl) filter.<TaskQuery>getQuery()).getExpressions())
                    .isEmpty());
    int before = canary.songs();
    assertThatThrownBy(
            () -> {
              Filter stored = filters.newTaskFilter("Stored by an attacker");
              stored.setQuery(tasks.createTaskQuery().taskAssigneeExpression(SONG));
              filters.saveFilter(stored);
            })
        .hasMessageContaining("Expressions are forbidden in stored queries");
    assertThat(canary.songs()).isEqualTo(before);
  }

  @Test
  void nobodyMakesAnAdministratorByAnySpellingOfTheWay() {
    List<Person> people = new ArrayList<>(List.of(Person.nobody(port)));
    for (String account : List.of("mddtClerk", "registrar", "lawyer", "operator", "admin")) {
      people.add(Person.at(port, account, engine.getName()));
    }
    String body = "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"eve\"}}";
    int tried = 0;
    for (Person person : people) {
      for (String way : ways()) {
        assertThat(person.status("POST", way, body)).as(way).isIn(302, 400, 401, 403, 404);
        assertThat(person.status("GET", way, "")).as(way).isIn(302, 400, 401, 403, 404);
        tried += 2;
      }
    }
    assertThat(identities.createUserQuery().userId("eve").count()).isZero();
    assertThat(identities.isReadOnly()).isTrue();
    assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").count()).isPositive();
    Proof.count("S1", "ways to the setup tried", tried);
  }

  private List<String> ways() {
    String setup = "/camunda/api/admin/setup/" + engine.getName() + "/user/create";
    String page = "/camunda/app/admin/" + engine.getName() + "/setup/";
    return Stream.of(setup, page, "/camunda/app/admin/" + engine.getName() + "/")
        .flatMap(
            way ->
                Stream.of(
                    way,
                    way + "/",
                    way + ";a=b",
                    way.replace("/admin", "//admin"),
                    way.replace("/admin", "/admin;x"),
                    way.replace("/admin", "%2fadmin"),
                    way.replace("/admin", "%252fadmin"),
                    way.replace("/admin", "/%61dmin"),
                    way.replace("/admin", "/ADMIN"),
                    way.replace("/camunda", "/CAMUNDA"),
                    way.replace("/admin", "/./admin"),
                    way.replace("/admin", "/x/../admin"),
                    way.replace("/admin", "/x/%2e%2e/admin"),
                    way + "%00",
                    way + "%20",
                    way + ".json",
                    way + "?x=/camunda/app/tasklist/"))
        .distinct()
        .toList();
  }

  /** Every property of the engine's REST classes that holds an expression. */
  private static Set<String> properties() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:org/camunda/bpm/**/dto/**/*.class")) {
      String path = file.getURL().toString();
      String name = path.substring(path.lastIndexOf("org/camunda/"), path.length() - 6);
      names.addAll(propertiesOf(name.replace('/', '.')));
    }
    return names;
  }

  private static List<String> propertiesOf(String type) {
    try {
      Class<?> dto = Class.forName(type, false, ExpressionsTest.class.getClassLoader());
      Stream<String> fields = Arrays.stream(dto.getDeclaredFields()).map(Field::getName);
      Stream<String> setters =
          Arrays.stream(dto.getDeclaredMethods())
              .map(Method::getName)
              .filter(name -> name.matches("[sg]et[A-Z].*"))
              .map(name -> name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4));
      return Stream.concat(fields, setters).filter(name -> name.endsWith("Expression")).toList();
    } catch (ReflectiveOperationException gone) {
      throw new IllegalStateException(gone);
    }
  }
}
