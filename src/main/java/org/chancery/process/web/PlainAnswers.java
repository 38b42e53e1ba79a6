package org.chancery.process.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chancery.process.AnswerRefused;
import org.chancery.process.Words;
import org.chancery.web.AskedPath;
import org.chancery.web.Locales;
import org.chancery.web.Message;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Says in plain words why a call of the task list failed. The engine would answer with the name of
 * a class and what it thought; a person reads why her answer was refused, and nothing of the
 * inside.
 */
final class PlainAnswers extends OncePerRequestFilter {

  private final MessageSource messages;
  private final LocaleResolver locales;
  private final Words words;

  PlainAnswers(MessageSource messages, LocaleResolver locales, Words words) {
    this.messages = messages;
    this.locales = locales;
    this.words = words;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !AskedPath.of(request).startsWith("/camunda/api/engine/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new HeldAnswer(response);
    chain.doFilter(request, answer);
    if (answer.getStatus() >= 400 && !isProblem(answer)) {
      answer.resetBuffer();
      problem(request, answer.getStatus()).send(answer);
    }
    answer.copyBodyToResponse();
  }

  private static boolean isProblem(HttpServletResponse answer) {
    String type = answer.getContentType();
    return type != null && type.startsWith("application/problem+json");
  }

  private Problem problem(HttpServletRequest request, int status) {
    Locale locale = locales.resolveLocale(request);
    return AnswerRefused.of(request)
        .map(refused -> problem(refused, locale))
        .orElseGet(
            () -> {
              String code = isLoggedOut(request) ? "task.stale" : inGeneral(status);
              return Problem.of(HttpStatus.valueOf(status), text(Message.of(code), locale));
            });
  }

  private Problem problem(AnswerRefused refused, Locale locale) {
    List<Problem.Fault> errors =
        refused.faults().stream()
            .map(fault -> new Problem.Fault(fault.pointer(), text(fault.message(), locale)))
            .distinct()
            .toList();
    String detail =
        errors.isEmpty()
            ? text(refused.reason(), locale)
            : errors.stream()
                .map(error -> text(refused.step(), error, locale))
                .collect(Collectors.joining(" "));
    return Problem.of(refused.status(), detail, errors);
  }

  /** The name of the field as the form shows it, and what is wrong there. */
  private String text(String step, Problem.Fault error, Locale locale) {
    String label = words.field(step, error.pointer().replaceFirst("^/", ""), locale);
    return text(Message.of("step.fault", label, error.message()), locale);
  }

  private String text(Message message, Locale locale) {
    return messages.getMessage(
        Locales.isRightToLeft(locale) ? message.isolated() : message, locale);
  }

  /**
   * The engine ends the session of who calls without the token of its pages, or with a wrong one.
   */
  private static boolean isLoggedOut(HttpServletRequest request) {
    return request.getSession(false) == null;
  }

  private static String inGeneral(int status) {
    return switch (status) {
      case 401, 403 -> "task.forbidden";
      case 404 -> "task.gone";
      case 409 -> "step.past";
      default -> "task.failed";
    };
  }

  /** An answer that is not sent before it was read here, an error neither. */
  private static final class HeldAnswer extends ContentCachingResponseWrapper {

    HeldAnswer(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void sendError(int status) {
      setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
      setStatus(status);
    }
  }
}
