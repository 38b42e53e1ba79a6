package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;

/** S9: a body that trickles, or never ends, is cut off, whoever reads it. */
class IntakeTest {

  private static final int MOST = 100_000;

  @TempDir Path folder = Path.of("");

  private final Tomcat server = new Tomcat();
  private final AtomicLong stopwatch = new AtomicLong();

  /** How many seconds pass with each look at the stopwatch. */
  private long pace;

  @BeforeEach
  void start() throws LifecycleException {
    server.setBaseDir(folder.toString());
    server.setPort(0);
    server.getConnector();
    Context context = server.addContext("", folder.toString());
    Tomcat.addServlet(context, "reader", new Reader()).addMapping("/");
    server.getEngine().getPipeline().addValve(new Intake(MOST, MOST, this::seconds));
    server.start();
  }

  @AfterEach
  void stop() throws LifecycleException {
    server.stop();
    server.destroy();
  }

  @Test
  void aBodyThatComesAtOnceIsRead() throws IOException {
    assertThat(answer(1_000, 1_000)).contains("1000 bytes");
  }

  @Test
  void aBodyThatTricklesIsCutOff() throws IOException {
    pace = 15;
    assertThat(answer(50_000, 50_000)).contains(HttpStatus.REQUEST_TIMEOUT.toString());
  }

  @Test
  void aBodyThatIsTooMuchIsCutOff() throws IOException {
    assertThat(answer(200_000, 200_000)).contains(HttpStatus.PAYLOAD_TOO_LARGE.toString());
  }

  @Test
  void whatNobodyReadsIsWaitedForNoLongerThanIsWorthIt() throws IOException {
    pace = 15;
    assertThat(answer(50_000, 10, "/unread")).contains("not read");
  }

  @Test
  void chunksThatTheProtocolDoesNotKnowEndTheLine() throws IOException {
    String chunked = "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    assertThat(spoken("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + chunked))
        .contains("0 bytes");
    String hidden = "POST /unread HTTP/1.0\r\nContent-Length: 0\r\n\r\n";
    assertThat(spoken("POST / HTTP/1.0\r\nConnection: keep-alive\r\n" + chunked + hidden))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("bytes", "not read");
  }

  @Test
  void aLargerBodyMayTakeLonger() {
    assertThat(Intake.patience(0)).isEqualTo(TimeUnit.SECONDS.toNanos(20));
    assertThat(Intake.patience(16 << 20)).isEqualTo(TimeUnit.SECONDS.toNanos(20 + 1024));
  }

  private long seconds() {
    return stopwatch.addAndGet(TimeUnit.SECONDS.toNanos(pace));
  }

  private String answer(int said, int sent) throws IOException {
    return answer(said, sent, "/");
  }

  /** What comes back, to the end of the connection. */
  private String answer(int said, int sent, String path) throws IOException {
    int port = server.getConnector().getLocalPort();
    try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
      line.setSoTimeout(30_000);
      String head =
          "POST " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: " + said;
      line.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      line.getOutputStream().write(new byte[sent]);
      line.getOutputStream().flush();
      return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What comes back to these very words. */
  private String spoken(String words) throws IOException {
    int port = server.getConnector().getLocalPort();
    try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
      line.setSoTimeout(30_000);
      line.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
      return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static final class Reader extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print(request.getRequestURI().equals("/") ? read(request) : "not read");
    }

    private static String read(HttpServletRequest request) {
      try {
        return request.getInputStream().readAllBytes().length + " bytes";
      } catch (IOException cutOff) {
        return String.valueOf(request.getAttribute(Intake.CUT_OFF));
      }
    }
  }
}
