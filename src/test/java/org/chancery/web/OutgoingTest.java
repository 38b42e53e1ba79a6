package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** A file that is written while it is sent, over a real connection. */
class OutgoingTest {

  private static final byte[] LINE = "a line of the file\n".getBytes(StandardCharsets.UTF_8);
  private static final AnnotationConfigServletWebServerApplicationContext SERVER =
      new AnnotationConfigServletWebServerApplicationContext();

  @BeforeAll
  static void start() {
    TestPropertyValues.of("server.port=0").applyTo(SERVER);
    SERVER.register(Server.class);
    SERVER.refresh();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aWholeFileArrivesWhole() throws Exception {
    HttpResponse<String> answer = get("/whole");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).hasSize(100_000 * LINE.length);
  }

  @Test
  void whatFailsBeforeAnythingHasLeftIsAProblem() throws Exception {
    HttpResponse<String> answer = get("/early");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    assertThat(answer.body()).contains("urn:chancery:problem").doesNotContain("a line of the file");
  }

  @Test
  void whatFailsUnderWayDoesNotLookWhole() {
    assertThatThrownBy(() -> get("/late")).isInstanceOf(IOException.class);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI address = URI.create("http://localhost:" + SERVER.getWebServer().getPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  /** A server with nothing but the files. */
  @Configuration(proxyBeanMethods = false)
  @EnableWebMvc
  @ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class
  })
  @Import({Files.class, Problems.class, Outgoing.CutsOff.class})
  static class Server {}

  @RestController
  static class Files {

    @GetMapping("/whole")
    void whole(HttpServletResponse response) throws IOException {
      write(response, 100_000, false);
    }

    @GetMapping("/early")
    void early(HttpServletResponse response) throws IOException {
      write(response, 10, true);
    }

    @GetMapping("/late")
    void late(HttpServletResponse response) throws IOException {
      write(response, 100_000, true);
    }

    private static void write(HttpServletResponse response, int lines, boolean fails)
        throws IOException {
      response.setContentType("text/csv");
      response.setHeader("Content-Disposition", "attachment; filename=file.csv");
      Outgoing.send(
          response,
          out -> {
            for (int i = 0; i < lines; i++) {
              out.write(LINE);
            }
            if (fails) {
              out.close();
              throw new IllegalStateException("The register is gone");
            }
          });
    }
  }
}
