package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * S2, S14: consoles, machinery, uploads of models and rules, and other ways in that products of
 * this kind have, are not there for anybody, however they are spelled.
 */
@ChanceryTest
class CrawlTest {

  private static final List<String> WAYS =
      List.of(
          "/actuator",
          "/actuator/env",
          "/actuator/heapdump",
          "/actuator/beans",
          "/actuator/mappings",
          "/actuator/shutdown",
          "/actuator/loggers",
          "/actuator/health/db",
          "/actuator/info",
          "/h2-console",
          "/h2-console/login.do",
          "/.~~spring-boot!~/restart",
          "/engine-rest",
          "/engine-rest/engine",
          "/engine-rest/engine/default/deployment/create",
          "/engine-rest/deployment/create",
          "/rest/engine",
          "/swagger-ui.html",
          "/swagger-ui/index.html",
          "/v2/api-docs",
          "/v3/api-docs/swagger-config",
          "/rules/Overdue.drl",
          "/rules/deadline/Overdue.drl",
          "/api/rules/Overdue",
          "/processes/lifecycle/treaty.bpmn",
          "/db/migration/V1__register.sql",
          "/application.yaml",
          "/messages/page.properties",
          "/META-INF/MANIFEST.MF",
          "/WEB-INF/web.xml",
          "/templates/case.html",
          "/static/chancery.css",
          "/webjars/camunda/app/tasklist/index.html",
          "/webjars/camunda/app/cockpit/index.html",
          "/jolokia",
          "/metrics",
          "/trace",
          "/console",
          "/.git/config",
          "/.env");

  private static final List<String> UPLOADS =
      List.of(
          "/rules",
          "/rules/Overdue.drl",
          "/rules/deadline/changes",
          "/rules/Overdue/changes",
          "/api/rules",
          "/api/rules/Overdue",
          "/api/statutory-deadlines",
          "/camunda/api/engine/engine/default/deployment/create",
          "/camunda/api/engine/engine/default/deployment/create/",
          "/camunda//api/engine/engine/default/deployment/create",
          "/camunda/api/engine/engine/default/deployment/create;x",
          "/camunda/api/engine/deployment/create",
          "/engine-rest/deployment/create",
          "/deployment/create");

  @LocalServerPort int port;
  @Autowired ServletContext servlets;
  @Autowired RepositoryService repository;

  private Stream<Trespasser> everybody() {
    return Stream.concat(
        Stream.of(Trespasser.anonymous(port)),
        Stream.of("mddtClerk", "mddtManager", "registrar", "lawyer", "operator", "admin", "service")
            .map(account -> Trespasser.at(port, account, account)));
  }

  @Test
  void nothingElseIsThere() {
    long[] tried = {0};
    everybody()
        .forEach(
            person -> {
              for (String way : WAYS) {
                for (String spelt : spelt(way)) {
                  assertThat(person.knock("GET", spelt).status())
                      .as("%s GET %s", person.role(), spelt)
                      .isIn(400, 401, 403, 404, 405);
                  tried[0]++;
                }
              }
            });
    Proof.count("S14", "other ways in tried", tried[0]);
  }

  private static List<String> spelt(String way) {
    List<String> some = List.of(way, way + "/", way.replaceFirst("/", "/%2e/"), way + ";x=y");
    return Proof.isFull()
        ? Stream.concat(
                some.stream(),
                Stream.of(
                    "/" + way,
                    "/x/.." + way,
                    "/x/%2e%2e" + way,
                    "/login/..;" + way,
                    "/camunda/.." + way,
                    "/api/%2e%2e" + way,
                    way.toUpperCase(java.util.Locale.ROOT),
                    way + "%00",
                    way + "%20",
                    way + "?x=/login"))
            .toList()
        : some;
  }

  @Test
  void nobodyBringsInAModelOrARule() {
    long before = repository.createDeploymentQuery().count();
    long[] tried = {0};
    everybody()
        .forEach(
            person -> {
              for (String way : UPLOADS) {
                for (String method : List.of("POST", "PUT")) {
                  assertThat(person.knock(method, way, "file from=1&deployment-name=x").status())
                      .as("%s %s %s", person.role(), method, way)
                      .isBetween(400, 415);
                  tried[0]++;
                }
              }
            });
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    Proof.count("S2", "uploads of models and rules tried", tried[0]);
    Proof.count("S2", "uploads taken", repository.createDeploymentQuery().count() - before);
  }

  @Test
  void noServletIsThereThatIsNotListed() {
    Collection<String> places =
        servlets.getServletRegistrations().values().stream()
            .map(ServletRegistration::getMappings)
            .flatMap(Collection::stream)
            .toList();
    assertThat(new TreeSet<>(places))
        .allSatisfy(
            place ->
                assertThat(place.equals("/") || place.startsWith("/camunda/")).as(place).isTrue());
  }
}
