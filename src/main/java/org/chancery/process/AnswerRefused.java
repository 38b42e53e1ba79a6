package org.chancery.process;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.web.InvalidValue;
import org.chancery.web.Message;
import org.chancery.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Why an answer given in this request was refused. The engine's own calls would hide it behind an
 * error of theirs, so it is kept beside them.
 *
 * @param refused a {@link Refusal} or an {@link InvalidValue}
 * @param step the id of the answered step in the models; empty where it is not known
 */
public record AnswerRefused(RuntimeException refused, String step) {

  private static final String ATTRIBUTE = AnswerRefused.class.getName();

  /** The step was done or claimed by another meanwhile, whatever she answered. */
  private static final Set<Refusal.Kind> NOT_OF_THE_ANSWER =
      EnumSet.of(Refusal.Kind.CONFLICT, Refusal.Kind.NOT_FOUND);

  /** Why an answer was refused in the request, if one was. */
  public static Optional<AnswerRefused> of(HttpServletRequest request) {
    return Optional.ofNullable((AnswerRefused) request.getAttribute(ATTRIBUTE));
  }

  /** The status the refusal has everywhere. */
  public HttpStatus status() {
    return refused instanceof Refusal refusal && NOT_OF_THE_ANSWER.contains(refusal.kind())
        ? refusal.kind().status()
        : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /** What is wrong with single fields of the answer; empty when it is the answer as a whole. */
  public List<Refusal.Fault> faults() {
    return refused instanceof Refusal refusal ? refusal.faults() : List.of();
  }

  /** What is wrong with the answer as a whole, and what to do. */
  public Message reason() {
    return refused instanceof Refusal refusal
        ? refusal.detail()
        : ((InvalidValue) refused).reason();
  }

  /** Keeps it with the request that is being served, where one is. */
  void keep() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(ATTRIBUTE, this, RequestAttributes.SCOPE_REQUEST);
    }
  }
}
