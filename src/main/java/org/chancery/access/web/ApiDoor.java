package org.chancery.access.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.chancery.access.ProviderSilent;
import org.chancery.access.TooManyGuesses;
import org.chancery.web.Message;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** What one is told who is not let in: a problem of RFC 9457. */
@Component
class ApiDoor implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

  private static final String CHALLENGE = "Basic realm=\"Chancery\", charset=\"UTF-8\"";

  private final ObjectMapper json;
  private final MessageSource messages;

  ApiDoor(ObjectMapper json, MessageSource messages) {
    this.json = json;
    this.messages = messages;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    if (refusal instanceof TooManyGuesses guesses) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(guesses.waitSeconds()));
      Message detail = Message.of("access.wait", guesses.waitSeconds());
      write(request, response, HttpStatus.TOO_MANY_REQUESTS, "too-many-guesses", detail);
      return;
    }
    if (refusal instanceof ProviderSilent silent) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(silent.waitSeconds()));
      Message detail = Message.of("access.provider", silent.waitSeconds());
      write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "provider-silent", detail);
      return;
    }
    // A script of our own pages handles the answer itself; a challenge would raise the browser's
    // dialog over it.
    if (request.getHeader("X-Requested-With") == null) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }
    Message detail = Message.of("access.unauthenticated");
    write(request, response, HttpStatus.UNAUTHORIZED, "unauthenticated", detail);
  }

  /** Where one without the right token is not even told that there is something. */
  void hide(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    if (refusal instanceof TooManyGuesses) {
      commence(request, response, refusal);
    } else {
      response.sendError(HttpStatus.NOT_FOUND.value());
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
      throws IOException {
    boolean forged = refusal instanceof CsrfException;
    Message detail = Message.of(forged ? "access.csrf" : "access.forbidden");
    write(request, response, HttpStatus.FORBIDDEN, "forbidden", detail);
  }

  /** One who must choose a password of her own before anything else. */
  void demandPassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Message detail = Message.of("access.password", OwnPasswordFirst.PAGE);
    write(request, response, HttpStatus.FORBIDDEN, "password-change-required", detail);
  }

  /** A path no honest client writes: with {@code ;}, {@code //} or an encoded slash in it. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException refusal)
      throws IOException {
    response.setHeader("Content-Security-Policy", Chains.NOTHING);
    Message detail = Message.of("access.path");
    write(request, response, HttpStatus.BAD_REQUEST, "malformed-request", detail);
  }

  private void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String type,
      Message detail)
      throws IOException {
    String text = messages.getMessage(detail, request.getLocale());
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text);
    problem.setType(URI.create("urn:chancery:problem:" + type));
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
