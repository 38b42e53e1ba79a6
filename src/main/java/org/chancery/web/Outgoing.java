package org.chancery.web;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * A file that is written while it is sent, so that it may be longer than memory. One that fails
 * before anything has left is a problem as any other. One that fails later is cut off: the
 * connection ends without the end of the answer, so that nobody takes a part for the whole.
 */
public final class Outgoing {

  /** What writes the file. Closing the stream does nothing; on failure nothing is rounded off. */
  @FunctionalInterface
  public interface Writing {

    /** Writes all of it. */
    void to(OutputStream out) throws IOException;
  }

  private static final String UNDERWAY = Outgoing.class.getName();

  private Outgoing() {}

  /** Whether this thread sends such a file now. */
  public static boolean isUnderway() {
    @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request != null && request.getAttribute(UNDERWAY, SCOPE_REQUEST) != null;
  }

  /**
   * Sends what is written as the answer, whose headers are set.
   *
   * @throws CutOff when it failed after a part had left
   */
  public static void send(HttpServletResponse response, Writing writing) throws IOException {
    @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(UNDERWAY, true, SCOPE_REQUEST);
      if (request.getAttribute(Crowd.PLACE, SCOPE_REQUEST) instanceof Crowd.Place place) {
        place.leave();
      }
    }
    try {
      writing.to(StreamUtils.nonClosing(response.getOutputStream()));
    } catch (IOException | RuntimeException failure) {
      if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
        return; // nobody is there any more to be told
      }
      if (response.isCommitted()) {
        throw new CutOff(failure);
      }
      response.reset();
      throw failure;
    }
  }

  /** A file broke off when a part of it had left. */
  public static final class CutOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CutOff(Exception cause) {
      super("An answer broke off under way", cause);
    }
  }

  /** Hands it on to the server, which ends the connection; a problem would end up in the file. */
  @RestControllerAdvice
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static class CutsOff {

    @ExceptionHandler
    void pass(CutOff failure) {
      throw failure;
    }
  }
}
