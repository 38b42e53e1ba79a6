package org.chancery.web;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.chancery.web.Refusal.Fault;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * The one place where what went wrong becomes an answer: an RFC 9457 problem in the caller's
 * language, without anything internal.
 */
@Component
@RestControllerAdvice(annotations = org.springframework.web.bind.annotation.RestController.class)
@Order(Ordered.LOWEST_PRECEDENCE)
public class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final MessageSource messages;

  Problems(MessageSource messages) {
    this.messages = messages;
  }

  /** The sentence in the reader's language. */
  public String text(Message message) {
    Locale locale = LocaleContextHolder.getLocale();
    return messages.getMessage(
        Locales.isRightToLeft(locale) ? message.isolated() : message, locale);
  }

  /** The problem of a refusal. */
  public ProblemDetail problem(Refusal refusal) {
    return problem(refusal.kind(), refusal.detail(), refusal.faults());
  }

  /** The problem of whatever went wrong with one item of a long submission. */
  public ProblemDetail problem(HttpServletRequest request, RuntimeException wrong) {
    if (wrong instanceof Refusal refusal) {
      return problem(refusal);
    }
    if (wrong instanceof InvalidValue invalid) {
      return problem(Kind.INVALID_PARAMETER, invalid.reason(), List.of());
    }
    if (Outage.isIn(wrong)) {
      return problem(Outage.refusal());
    }
    return wrong instanceof ConcurrencyFailureException
        ? problem(Kind.CONFLICT, Message.of("conflict.busy"), List.of())
        : failure(request, wrong);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refusal(Refusal refusal) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(refusal.kind().status())
            .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (refusal.kind().isPassing()) {
      answer.header(HttpHeaders.RETRY_AFTER, Kind.WAIT_SECONDS);
    }
    return answer.body(problem(refusal));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalidValue(InvalidValue invalid) {
    return answer(problem(Kind.INVALID_PARAMETER, invalid.reason(), List.of()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> parameter(MethodArgumentTypeMismatchException mismatch) {
    Message reason = reason(mismatch);
    Fault fault = new Fault("/" + mismatch.getName(), reason);
    return answer(problem(Kind.INVALID_PARAMETER, reason, List.of(fault)));
  }

  /** What is wrong with a parameter that is not of its kind. */
  public static Message reason(MethodArgumentTypeMismatchException mismatch) {
    return Optional.ofNullable(ExceptionUtils.throwableOfType(mismatch, InvalidValue.class))
        .map(InvalidValue::reason)
        .orElseGet(() -> kindOf(mismatch));
  }

  private static Message kindOf(MethodArgumentTypeMismatchException mismatch) {
    String name = mismatch.getName();
    Class<?> type = mismatch.getRequiredType();
    if (type == LocalDate.class) {
      return Message.of("parameter.day", mismatch.getValue());
    }
    if (type == Instant.class) {
      return Message.of("parameter.instant", name);
    }
    if (type == int.class || type == Integer.class) {
      return Message.of("table.number", mismatch.getValue());
    }
    return type == boolean.class
        ? Message.of("field.choice", mismatch.getValue(), "true, false")
        : Message.of("parameter.wrong", name);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
    boolean isDeep = unreadable.contains(StreamConstraintsException.class);
    Message reason = Message.of(isDeep ? "body.deep" : "body.broken");
    return answer(problem(Kind.INVALID_BODY, reason, List.of()));
  }

  /** Fields of a form whose names no honest sender gives: it is noticed when they are read. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> rejected(RequestRejectedException rejected) {
    return answer(problem(Kind.INVALID_BODY, Message.of("body.broken"), List.of()));
  }

  /** What was asked for takes longer than anybody waits. */
  @ExceptionHandler({QueryTimeoutException.class, TransactionTimedOutException.class})
  ResponseEntity<ProblemDetail> slow(RuntimeException slow) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "30")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ofStatus(HttpStatus.SERVICE_UNAVAILABLE));
  }

  /** Another request held what this one needed for too long. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> locked(ConcurrencyFailureException locked) {
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .header(HttpHeaders.RETRY_AFTER, "1")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem(Kind.CONFLICT, Message.of("conflict.busy"), List.of()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> other(Exception exception, HttpServletRequest request) {
    if (Outage.isIn(exception)) {
      return refusal(Outage.refusal());
    }
    if (exception instanceof ErrorResponse known) {
      HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
      if (status.is5xxServerError()) {
        return answer(failure(request, exception));
      }
      return ResponseEntity.status(status)
          .headers(known.getHeaders())
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(ofStatus(status, exception));
    }
    return answer(failure(request, exception));
  }

  /** The problem of a failure of ours: logged in full, told without anything internal. */
  ProblemDetail failure(HttpServletRequest request, Exception exception) {
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
    return ofStatus(HttpStatus.INTERNAL_SERVER_ERROR);
  }

  private ProblemDetail problem(Kind kind, Message detail, List<Fault> faults) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(kind.status(), text(detail));
    problem.setType(URI.create(kind.type()));
    problem.setTitle(text(Message.of("title." + kind.name().toLowerCase(Locale.ROOT))));
    if (!faults.isEmpty()) {
      problem.setProperty("errors", faults.stream().map(this::error).toList());
    }
    return problem;
  }

  /** The problem that a status alone tells of; the type says no more than the status. */
  ProblemDetail ofStatus(HttpStatus status) {
    return ofStatus(status, null);
  }

  /** The problem of the status, to which this led. */
  ProblemDetail ofStatus(HttpStatus status, @Nullable Throwable cause) {
    String fallback = status.getReasonPhrase();
    String detail =
        Objects.requireNonNullElse(
            messages.getMessage(
                "problem.http." + status.value(),
                new Object[] {wantedTypes(cause)},
                null,
                LocaleContextHolder.getLocale()),
            fallback);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:chancery:problem:http-" + status.value()));
    problem.setTitle(fallback);
    return problem;
  }

  /** The media types in which the body would be read, where another was sent; else "unknown". */
  private static String wantedTypes(@Nullable Throwable cause) {
    List<MediaType> wanted =
        cause instanceof HttpMediaTypeNotSupportedException unsupported
            ? unsupported.getSupportedMediaTypes()
            : List.of();
    if (wanted.isEmpty()) {
      return "unknown";
    }
    return wanted.contains(MediaType.APPLICATION_JSON)
        ? MediaType.APPLICATION_JSON_VALUE
        : MediaType.toString(wanted);
  }

  private Map<String, String> error(Fault fault) {
    return Map.of("pointer", fault.pointer(), "message", text(fault.message()));
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
