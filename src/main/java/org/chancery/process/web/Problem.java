package org.chancery.process.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What a refused call is told: a problem (RFC 9457); the task list shows its {@code message}, and
 * the form of a step its {@code errors}.
 *
 * @param type that it is no particular kind
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong and what to do
 * @param message the same, where the task list looks for it
 * @param errors what is wrong with single fields; empty when it is the call as a whole
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String message,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What is wrong with one field.
   *
   * @param pointer the field, as a JSON pointer
   * @param message what is wrong there and what to do
   */
  record Fault(String pointer, String message) {}

  static Problem of(HttpStatus status, String detail) {
    return of(status, detail, List.of());
  }

  static Problem of(HttpStatus status, String detail, List<Fault> errors) {
    String title = status.getReasonPhrase();
    return new Problem("about:blank", title, status.value(), detail, detail, errors);
  }

  void send(HttpServletResponse response) throws IOException {
    byte[] body = JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
