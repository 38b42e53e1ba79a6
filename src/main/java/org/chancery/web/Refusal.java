package org.chancery.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A caller's mistake, refused: what kind it is, a sentence that says what to do, and, where the
 * mistake lies in a body, each wrong place. Mapped to an RFC 9457 problem in one place.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MOST_FAULTS = 500;

  /** The kinds of refusal; the name is the last part of the problem's type. */
  public enum Kind {
    INVALID_BODY(HttpStatus.BAD_REQUEST),
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    CONFLICT(HttpStatus.CONFLICT),
    /** It was here, and was taken out. */
    GONE(HttpStatus.GONE),
    STALE(HttpStatus.PRECONDITION_FAILED),
    IF_MATCH_REQUIRED(HttpStatus.PRECONDITION_REQUIRED),
    TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE),
    DOES_NOT_FIT(HttpStatus.UNPROCESSABLE_ENTITY),
    /** No mistake of the caller's: the house has too much to do at once; to be tried again. */
    BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    /** No mistake of the caller's: the database cannot be reached; to be tried again. */
    AWAY(HttpStatus.SERVICE_UNAVAILABLE);

    /** How many seconds who was refused through no mistake of hers shall wait. */
    public static final String WAIT_SECONDS = "5";

    private final HttpStatus status;

    Kind(HttpStatus status) {
      this.status = status;
    }

    /** The status over HTTP. */
    public HttpStatus status() {
      return status;
    }

    /** Whether the same may well be accepted a little later. */
    public boolean isPassing() {
      return status == HttpStatus.SERVICE_UNAVAILABLE;
    }

    /** The stable type of the problem. */
    String type() {
      return "urn:chancery:problem:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One wrong place of a body.
   *
   * @param pointer where, as a JSON pointer (RFC 6901)
   * @param message what is wrong there and what to do
   */
  public record Fault(String pointer, Message message) {

    /** The fault at the pointer. */
    public static Fault at(String pointer, String code, @Nullable Object... arguments) {
      return new Fault(pointer, Message.of(code, arguments));
    }
  }

  private final Kind kind;
  private final transient Message detail;
  private final transient List<Fault> faults;

  private Refusal(Kind kind, Message detail, List<Fault> faults) {
    super(kind + " " + detail.code() + " " + detail.arguments() + " " + faults);
    this.kind = kind;
    this.detail = detail;
    this.faults = List.copyOf(faults);
  }

  /** A refusal of the kind, with the sentence that says why. */
  public static Refusal of(Kind kind, String code, @Nullable Object... arguments) {
    return new Refusal(kind, Message.of(code, arguments), List.of());
  }

  /** An invalid body, with each of its faults, as far as anybody will read them. */
  public static Refusal invalid(List<Fault> faults) {
    List<Fault> told = faults.subList(0, Math.min(faults.size(), MOST_FAULTS));
    return new Refusal(Kind.INVALID_BODY, Message.of("body.invalid", faults.size()), told);
  }

  /** A value in an address that is not of its kind. */
  public static Refusal parameter(String name, Message reason) {
    return new Refusal(Kind.INVALID_PARAMETER, reason, List.of(new Fault("/" + name, reason)));
  }

  /** A valid body that does not fit the state of the case, at one place. */
  public static Refusal doesNotFit(String pointer, String code, @Nullable Object... arguments) {
    return new Refusal(
        Kind.DOES_NOT_FIT,
        Message.of(code, arguments),
        List.of(Fault.at(pointer, code, arguments)));
  }

  /** What is not there, or may not be seen. */
  public static Refusal notFound(String code, @Nullable Object... arguments) {
    return of(Kind.NOT_FOUND, code, arguments);
  }

  /** Which kind it is. */
  public Kind kind() {
    return kind;
  }

  /** What is wrong, and what to do. */
  public Message detail() {
    return detail;
  }

  /** The wrong places of the body; empty when the mistake lies elsewhere. */
  public List<Fault> faults() {
    return faults;
  }
}
