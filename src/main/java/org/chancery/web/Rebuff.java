package org.chancery.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Says no before anybody has looked at what was asked for: a problem to a program, a page to a
 * person. Nothing more is read of what was sent.
 */
@Component
class Rebuff {

  private final Problems problems;
  private final ObjectMapper json;

  Rebuff(Problems problems, ObjectMapper json) {
    this.problems = problems;
    this.json = json;
  }

  /** Answers what the status alone says. */
  void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
      throws IOException, ServletException {
    answer(request, response, problems.ofStatus(status));
  }

  /** Tells the caller to come again later. */
  void later(HttpServletRequest request, HttpServletResponse response, long seconds)
      throws IOException, ServletException {
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    answer(request, response, HttpStatus.TOO_MANY_REQUESTS);
  }

  /** Tells the caller that there is no place for it just now. */
  void busy(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Refusal.Kind.WAIT_SECONDS);
    answer(request, response, Refusal.of(Refusal.Kind.BUSY, "crowded"));
  }

  /** Tells the caller that the database is away. */
  void away(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Refusal.Kind.WAIT_SECONDS);
    Outage.tell(request);
    answer(request, response, Outage.refusal());
  }

  /** Answers the refusal. */
  void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException, ServletException {
    request.setAttribute("reason", refusal.detail()); // for the page
    answer(request, response, problems.problem(refusal));
  }

  private void answer(
      HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
      throws IOException, ServletException {
    if (isOfAProgram(request)) {
      response.setStatus(problem.getStatus());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding("UTF-8");
      json.writeValue(response.getOutputStream(), problem);
      return;
    }
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, problem.getStatus());
    Bodiless bodiless = new Bodiless(request);
    bodiless.getRequestDispatcher("/error").forward(bodiless, response);
  }

  private static boolean isOfAProgram(HttpServletRequest request) {
    String path = AskedPath.of(request);
    return path.startsWith("/api/") || path.startsWith("/camunda/api/");
  }

  /** The request without what was sent with it, so that nobody reads that to show an error. */
  static final class Bodiless extends HttpServletRequestWrapper {

    Bodiless(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return HttpMethod.GET.name();
    }

    @Override
    public @Nullable String getContentType() {
      return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }
  }
}
