package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import org.chancery.access.web.Surfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** S11: whoever leaves has left pages, API and Tasklist alike; and each of them guards itself. */
@ChanceryTest
class LeavingTest {

  private static final String TASKS = "/camunda/api/engine/engine/";
  private static final String LOGOUT = "/camunda/api/admin/auth/user/default/logout";

  @LocalServerPort int port;

  @Test
  void aLogoutOnAPageEndsTheTaskListToo() {
    Surfer person = loggedIn();
    isInside(person);
    HttpResponse<String> page = person.look(address("/parties"));
    assertThat(person.submit(page, "/logout").uri()).hasPath("/login").hasQuery("out");
    isOutside(person);
  }

  @Test
  void aLogoutInTheTaskListEndsThePagesToo() {
    Surfer person = loggedIn();
    person.look(address("/camunda/app/tasklist/default/"));
    String token = person.cookie("XSRF-TOKEN");
    assertThat(
            person
                .change("POST", address(LOGOUT), "application/json", "{}", "X-XSRF-TOKEN", token)
                .statusCode())
        .isEqualTo(204);
    isOutside(person);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/parties",
        "/nothing-here",
        "/chancery.css",
        "/page.js",
        "/api/instruments",
        "/api/nothing",
        "/api//x",
        "/api/instruments/2026-000123-6",
        "/actuator/health",
        "/error",
        "/camunda/app/tasklist/default/",
        "/camunda/app/cockpit/",
        "/camunda;a=b/",
        TASKS
      })
  void everyAnswerGuardsItself(String path) {
    for (Surfer surfer : new Surfer[] {new Surfer(), loggedIn()}) {
      HttpHeaders headers = surfer.look(address(path)).headers();
      assertThat(headers.allValues("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.allValues("X-Frame-Options")).contains("DENY");
      assertThat(headers.allValues("Referrer-Policy")).containsExactly("same-origin");
      assertThat(headers.allValues("Permissions-Policy")).hasSize(1);
      assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
      assertThat(headers.allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
      assertThat(headers.map()).doesNotContainKeys("server", "x-powered-by");
    }
  }

  private void isInside(Surfer person) {
    assertThat(person.look(address("/api/instruments")).statusCode()).isEqualTo(200);
    assertThat(person.look(address(TASKS)).statusCode()).isEqualTo(200);
  }

  private void isOutside(Surfer person) {
    assertThat(person.look(address("/api/instruments")).statusCode()).isEqualTo(401);
    assertThat(person.look(address(TASKS)).statusCode()).isEqualTo(401);
    assertThat(person.look(address("/parties")).statusCode()).isEqualTo(302);
  }

  private Surfer loggedIn() {
    Surfer surfer = new Surfer();
    HttpResponse<String> login = surfer.look(address("/login"));
    assertThat(
            surfer
                .post(login, "/login", "username", "mddtManager", "password", "demo")
                .statusCode())
        .isEqualTo(302);
    return surfer;
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
