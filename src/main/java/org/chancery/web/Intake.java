package org.chancery.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Measures what comes in, whoever reads it: a body may be so large and take so long, and one that
 * trickles is cut off. What nobody wanted to read is thrown away, for as long as that is worth it.
 */
final class Intake extends ValveBase {

  /** The attribute of a request that was cut off; its value is the status that says why. */
  static final String CUT_OFF = Intake.class.getName();

  private static final long GRACE = Duration.ofSeconds(20).toNanos();

  /** The least bytes a second that a body must bring, once its grace is over. */
  private static final long SLOWEST = 16 * 1024;

  private final long mostInParts;
  private final long mostOtherwise;
  private final LongSupplier nanos;

  /**
   * @param mostInParts the most bytes of a body in parts
   * @param mostOtherwise the most bytes of any other
   * @param nanos a stopwatch, in nanoseconds
   */
  Intake(long mostInParts, long mostOtherwise, LongSupplier nanos) {
    super(true);
    this.mostInParts = mostInParts;
    this.mostOtherwise = mostOtherwise;
    this.nanos = nanos;
  }

  @Override
  public void invoke(Request request, Response response)
      throws IOException, jakarta.servlet.ServletException {
    if (isSeenToEndElsewhere(request)) {
      response.setStatus(HttpStatus.BAD_REQUEST.value()); // which closes the line
      return;
    }
    org.apache.coyote.Request raw = request.getCoyoteRequest();
    InputBuffer plain = raw.getInputBuffer();
    Measured measured = new Measured(plain, request, most(request));
    raw.setInputBuffer(measured);
    try {
      getNext().invoke(request, response);
      if (!request.isAsync()) {
        response.finishResponse();
        measured.throwAway(raw);
      }
    } finally {
      raw.setInputBuffer(plain);
    }
  }

  /** HTTP/1.0 knows no chunks: a proxy in front sees another end, and the rest as a request. */
  private static boolean isSeenToEndElsewhere(Request request) {
    return "HTTP/1.0".equals(request.getProtocol())
        && request.getHeader("Transfer-Encoding") != null;
  }

  private long most(Request request) {
    String type = request.getContentType();
    boolean inParts = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    return inParts ? mostInParts : mostOtherwise;
  }

  /** How long so many bytes may take, in nanoseconds. */
  static long patience(long bytes) {
    return GRACE + Duration.ofSeconds(bytes / SLOWEST).toNanos();
  }

  /** The rest of a body came too late, or is too much. */
  private static final class CutOff extends IOException {

    private static final long serialVersionUID = 1L;

    CutOff(HttpStatus why) {
      super(why.toString());
    }
  }

  private final class Measured implements InputBuffer {

    private final InputBuffer plain;
    private final Request request;
    private final long begun = nanos.getAsLong();
    private long most;
    private long bytes;
    private boolean ended;
    private @Nullable Long last;

    Measured(InputBuffer plain, Request request, long most) {
      this.plain = plain;
      this.request = request;
      this.most = most;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
      long now = nanos.getAsLong();
      if (now - begun > patience(bytes) || (last != null && now > last)) {
        throw cutOff(HttpStatus.REQUEST_TIMEOUT);
      }
      int read = plain.doRead(handler);
      ended = read < 0;
      bytes += Math.max(read, 0);
      if (bytes > most) {
        throw cutOff(HttpStatus.PAYLOAD_TOO_LARGE);
      }
      return read;
    }

    @Override
    public int available() {
      return plain.available();
    }

    private CutOff cutOff(HttpStatus why) {
      request.setAttribute(CUT_OFF, why);
      return new CutOff(why);
    }

    /** So that who sends too much still reads why, instead of finding the line dead. */
    void throwAway(org.apache.coyote.Request raw) {
      last = nanos.getAsLong() + GRACE;
      most = Long.MAX_VALUE;
      Nowhere nowhere = new Nowhere();
      try {
        while (!ended && doRead(nowhere) >= 0) {
          nowhere.clear();
        }
      } catch (IOException enough) {
        raw.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
    }
  }

  /** Takes what is read and keeps nothing of it. */
  private static final class Nowhere implements ApplicationBufferHandler {

    private ByteBuffer buffer = ByteBuffer.allocate(0);

    void clear() {
      buffer = ByteBuffer.allocate(0);
    }

    @Override
    public void setByteBuffer(ByteBuffer read) {
      buffer = Objects.requireNonNull(read);
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {}
  }
}
