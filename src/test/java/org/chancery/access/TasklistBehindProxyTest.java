package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.Chancery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** S11: behind a proxy that speaks TLS, the task list insists on it like every page. */
@SpringBootTest(
    classes = Chancery.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:${random.uuid}",
      "camunda.bpm.generate-unique-process-engine-name=true",
      "camunda.bpm.generate-unique-process-application-name=true",
      "camunda.bpm.job-execution.enabled=false",
      "chancery.sweep=-",
      "chancery.demo=false",
      "server.forward-headers-strategy=native"
    })
class TasklistBehindProxyTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PASSWORD = "a long password";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

  @LocalServerPort private int port;
  @Autowired private AccountBook book;

  private final Map<String, String> jar = new TreeMap<>();
  private final List<String> cookies = new ArrayList<>();

  @Test
  void everyCookieIsForTlsOnlyAndEveryAnswerInsistsOnIt() throws Exception {
    book.add(new NewAccount("keeper", "Keeper", Set.of(Role.REGISTRAR), Set.of()), PASSWORD);
    insists("/camunda/app/tasklist/", 302);
    insists("/camunda/api/engine/engine/", 401);
    insists("/camunda//app/", 400);

    logIn();
    String at = insists("/camunda", 302).headers().firstValue("Location").orElseThrow();
    assertThat(at).startsWith("https://localhost/camunda/app/tasklist/");
    insists("/camunda/api/engine/engine/", 200);
    insists("/camunda/assets/chancery/step.js", 200);
    insists("/camunda/app/cockpit/", 403);

    assertThat(jar).containsKeys("__Host-CHANCERY", "XSRF-TOKEN");
    assertThat(cookies)
        .allSatisfy(each -> assertThat(each).containsPattern("; ?Secure").contains("SameSite="));
  }

  private void logIn() throws Exception {
    Matcher token = TOKEN.matcher(insists("/login", 200).body());
    assertThat(token.find()).isTrue();
    String form =
        "username=keeper&password=" + PASSWORD.replace(' ', '+') + "&_csrf=" + token.group(1);
    send(
        request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> insists(String path, int status) throws Exception {
    HttpResponse<String> answer = send(request(path));
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(answer.headers().allValues("Strict-Transport-Security")).as(path).hasSize(1);
    return answer;
  }

  /** A browser would send the cookies over TLS; what stands between here and there is the proxy. */
  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header(
            "Cookie",
            jar.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; ")))
        .header("X-Forwarded-For", "192.0.2.1")
        .header("X-Forwarded-Proto", "https");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      jar.put(pair[0], pair[1]);
      cookies.add(cookie);
    }
    return answer;
  }
}
