package org.chancery.process.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What a refused call is told: a problem (RFC 9457); the task list shows its {@code message}.
 *
 * @param type that it is no particular kind
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong and what to do
 * @param message the same, where the task list looks for it
 */
record Problem(String type, String title, int status, String detail, String message) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Problem of(HttpStatus status, String detail) {
    return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, detail);
  }

  void send(HttpServletResponse response) throws IOException {
    byte[] body = JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
