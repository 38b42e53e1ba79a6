package org.chancery.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.chancery.Golden;
import org.chancery.Proof;
import org.chancery.process.House;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;

/**
 * S14: of all that the engine's applications would answer, found in their classes, only what the
 * task list calls is reached; everything else is refused to everybody, however it is spelled. What
 * is reached is kept in {@code docs/generated/tasklist-calls.md}.
 */
@House
class EngineCallsTest {

  private static final String ID = "00000000-0000-4000-8000-000000000000";
  private static final Set<String> REFUSED = Set.of("400", "401", "403", "404");

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;
  @Autowired private RepositoryService repository;

  /** One call that the engine would answer. */
  private record Call(String method, String path) {

    boolean isAllowed() {
      MockHttpServletRequest request = new MockHttpServletRequest(method, path);
      request.setServletPath(path);
      return new AllowedCalls().matches(request);
    }
  }

  @Test
  void whatIsReachedIsListedAndAllElseIsRefused() throws IOException {
    Set<Call> calls = calls();
    assertThat(calls).hasSizeGreaterThan(300);
    Golden.check(
        "tasklist-calls.md",
        """
        # What is reached of the engine

        Of the %d calls that the engine's applications would answer, found in their classes; all else is refused.

        %s
        """
            .formatted(
                calls.size(),
                calls.stream()
                    .filter(Call::isAllowed)
                    .map(call -> "- `" + call.method() + " " + call.path().replace(ID, "ID") + "`")
                    .sorted()
                    .collect(Collectors.joining("\n"))),
        getClass());
    long before = repository.createDeploymentQuery().count();
    int tried = 0;
    for (String account :
        Proof.isFull() ? List.of("mddtClerk", "operator", "admin") : List.of("admin")) {
      Person person = Person.at(port, account, engine.getName());
      for (Call call : calls.stream().filter(each -> !each.isAllowed()).toList()) {
        String path = call.path().replace("/default", "/" + engine.getName());
        for (String spelt : spelt(path, tried)) {
          assertThat(String.valueOf(person.status(call.method(), spelt, "{}")))
              .as("%s %s %s", account, call.method(), spelt)
              .isIn(REFUSED);
          tried++;
        }
      }
    }
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    Proof.count("S14", "calls the engine would answer", calls.size());
    Proof.count("S14", "of them reached", calls.stream().filter(Call::isAllowed).count());
    Proof.count("S14", "refused calls tried", tried);
  }

  /** As it is, and in one crooked way, each time another; in full, in all. */
  private static List<String> spelt(String path, int n) {
    List<String> crooked =
        List.of(
            path + "/",
            path + ";a=b",
            path.replace("/api/", "//api/"),
            path.replace("/api/", "/api%2f"),
            path.replace("/api/", "/api%252f"),
            path.replace("/api/", "/./api/"),
            path.replace("/api/", "/app/../api/"),
            path.replace("/api/", "/app/tasklist/..;/../api/"),
            path.replace("/api/", "/API/"),
            path.replace("/api/", "/a%70i/"),
            path + "%2f",
            path + ".json");
    return Proof.isFull()
        ? Stream.concat(Stream.of(path), crooked.stream()).toList()
        : List.of(path, crooked.get(n / 2 % crooked.size()));
  }

  private static Set<Call> calls() {
    Map<String, Set<Class<?>>> applications = new LinkedHashMap<>();
    applications.put("/camunda/api/engine", new EngineRestApplication().getClasses());
    applications.put("/camunda/api/admin", new AdminApplication().getClasses());
    applications.put("/camunda/api/cockpit", new CockpitApplication().getClasses());
    applications.put("/camunda/api/tasklist", new TasklistApplication().getClasses());
    applications.put("/camunda/api/welcome", new WelcomeApplication().getClasses());
    Set<Call> calls = new LinkedHashSet<>();
    applications.forEach(
        (root, classes) ->
            classes.stream()
                .filter(type -> path(type).isPresent())
                .forEach(type -> collect(root + part(path(type).get()), type, calls, 0)));
    return calls;
  }

  private static void collect(String at, Class<?> type, Set<Call> calls, int depth) {
    for (Method method : type.getMethods()) {
      Optional<String> verb = verb(method);
      Optional<String> path = path(method);
      String here = at + path.map(EngineCallsTest::part).orElse("");
      verb.ifPresent(each -> calls.add(new Call(each, here)));
      if (verb.isEmpty() && path.isPresent() && depth < 5) {
        collect(here, method.getReturnType(), calls, depth + 1);
      }
    }
  }

  private static String part(String path) {
    String plain =
        path.replaceAll("\\{\\s*(name|engine|engineName)\\s*(:[^{}]*)?}", "default")
            .replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", ID)
            .replaceAll("/+$", "");
    return plain.isEmpty() || plain.startsWith("/") ? plain : "/" + plain;
  }

  private static Optional<String> path(Class<?> type) {
    return types(type)
        .map(each -> each.getAnnotation(jakarta.ws.rs.Path.class))
        .flatMap(Stream::ofNullable)
        .map(jakarta.ws.rs.Path::value)
        .findFirst();
  }

  private static Optional<String> path(Method method) {
    return declared(method)
        .map(each -> each.getAnnotation(jakarta.ws.rs.Path.class))
        .flatMap(Stream::ofNullable)
        .map(jakarta.ws.rs.Path::value)
        .findFirst();
  }

  private static Optional<String> verb(Method method) {
    return declared(method)
        .flatMap(each -> Arrays.stream(each.getAnnotations()))
        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
        .flatMap(Stream::ofNullable)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static Stream<Class<?>> types(Class<?> type) {
    List<Class<?>> all = new ArrayList<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      all.add(each);
      all.addAll(List.of(each.getInterfaces()));
    }
    return all.stream();
  }

  /** The method wherever its annotations may stand. */
  private static Stream<Method> declared(Method method) {
    return types(method.getDeclaringClass())
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(
            each ->
                each.getName().equals(method.getName())
                    && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()));
  }

  /** So that each is tried by every role, on cases of its own and of others. */
  @Test
  void whatIsReachedHasARowInTheAccessMatrix() throws IOException {
    Set<Call> rows =
        Files.readAllLines(Path.of("src/test/resources/access-matrix.csv")).stream()
            .map(line -> line.split(" ; ", -1))
            .filter(row -> row.length > 2 && row[1].startsWith("/camunda/"))
            .map(row -> new Call(row[0], row[1].replaceAll("\\{\\w+}", ID)))
            .collect(Collectors.toSet());
    assertThat(calls().stream().filter(Call::isAllowed)).isNotEmpty().allMatch(rows::contains);
    assertThat(AllowedCalls.CALLS)
        .allSatisfy(
            allowed ->
                assertThat(rows)
                    .as(allowed.toString())
                    .anyMatch(row -> allowed.is(row.method(), row.path())));
  }

  @Test
  void theEngineIsSetAsTheHouseAsks() {
    ProcessEngineConfigurationImpl set =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    assertThat(set.isAuthorizationEnabled()).isTrue();
    assertThat(set.isEnableExpressionsInAdhocQueries()).isFalse();
    assertThat(set.isEnableExpressionsInStoredQueries()).isFalse();
    assertThat(set.isDeserializationTypeValidationEnabled()).isTrue();
    assertThat(set.isJavaSerializationFormatEnabled()).isFalse();
    assertThat(set.isEnableXxeProcessing()).isFalse();
    assertThat(set.getQueryMaxResultsLimit()).isEqualTo(2000);
    assertThat(set.getPasswordEncryptor().hashAlgorithmName()).isEqualTo("PBKDF2");
    String kept = set.getPasswordEncryptor().encrypt("secret");
    assertThat(kept).doesNotContain("secret");
    assertThat(set.getPasswordEncryptor().check("secret", kept)).isTrue();
    assertThat(set.getPasswordEncryptor().check("other", kept)).isFalse();
  }
}
