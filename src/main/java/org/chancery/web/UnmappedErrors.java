package org.chancery.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * What went wrong before any controller was reached: a page for a person, an RFC 9457 problem for a
 * program.
 */
@Component
class UnmappedErrors extends BasicErrorController {

  private final ErrorAttributes attributes;
  private final Problems problems;

  UnmappedErrors(ErrorAttributes attributes, ServerProperties server, Problems problems) {
    super(attributes, server.getError());
    this.attributes = attributes;
    this.problems = problems;
  }

  /** Whoever asks for the errors themselves finds nothing. */
  @Override
  protected HttpStatus getStatus(HttpServletRequest request) {
    if (request.getAttribute(Intake.CUT_OFF) instanceof HttpStatus why) {
      return why;
    }
    @Nullable Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return status == null ? HttpStatus.NOT_FOUND : super.getStatus(request);
  }

  /** The problem, for all but browsers. */
  @Override
  public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
    HttpStatus status = getStatus(request);
    ProblemDetail problem =
        problems.ofStatus(status, attributes.getError(new ServletWebRequest(request)));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", problem.getType());
    body.put("title", problem.getTitle());
    body.put("status", problem.getStatus());
    body.put("detail", problem.getDetail());
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
  }
}
