package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * S9: what is too long, too deep, too many or too slow is refused with a clear answer, and leaves
 * the memory as it was.
 */
@ChanceryTest
class LimitsTest {

  private static final String HEAD =
      """
      {'type': 'AGREEMENT', 'title': {'en': 'Limits'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}], %s}""";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int PARTS = 20 << 20;

  @LocalServerPort int port;

  @Test
  void aStrangersFileIsRefusedBeforeItsFirstByte() throws IOException {
    String inParts = "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + PARTS;
    assertThat(answerTo("POST /api/instruments/2026-000123-6/documents", inParts))
        .contains(" 401 ");
    assertThat(answerTo("POST /instruments/2026-000123-6/documents", inParts)).contains(" 403 ");
    assertThat(answerTo("POST /login", inParts)).contains(" 302 ");
  }

  @Test
  void aFileThatIsSaidToBeTooLargeIsRefusedUnread() throws IOException {
    String tooLarge = "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 99999999";
    String problem = answerTo("POST /api/instruments/2026-000123-6/documents", tooLarge);
    assertThat(problem).contains(" 413 ", "application/problem+json");
    String page = "Accept: text/html\r\n" + tooLarge;
    assertThat(answerTo("POST /instruments/2026-000123-6/documents", page))
        .contains(" 413 ", "text/html");
  }

  @Test
  void bodiesBeyondMeasureLeaveTheMemoryAsItWas() {
    long before = heap();
    for (int time = 0; time < 5; time++) {
      isRefused(413, HEAD.formatted("'slug': '" + "x".repeat(3 << 20) + "'"));
      isRefused(400, HEAD.formatted("'targets': " + "[".repeat(400_000) + "]".repeat(400_000)));
      isRefused(400, HEAD.formatted("'targets': [" + "{},".repeat(300_000) + "{}]"));
      isRefused(400, HEAD.formatted("'milestones': [" + "{},".repeat(300_000) + "{}]"));
      isRefused(400, HEAD.formatted("'slug': '" + "a-".repeat(400_000) + "a'"));
      isRefused(400, HEAD.formatted("'level': " + "9".repeat(900_000)));
      isRefused(400, HEAD.formatted("'" + "n".repeat(900_000) + "': 1"));
    }
    assertThat(heap() - before).isLessThan(50L << 20);
  }

  @Test
  void whatIsNestedTooDeeplyIsToldSo() {
    Caller.Answer answer =
        clerk().post("/api/what-if", HEAD.formatted("'x': " + "[".repeat(60) + "]".repeat(60)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("detail").asText()).contains("too deeply");
  }

  @Test
  void noMoreFaultsAreToldThanAnybodyReads() {
    Caller.Answer answer =
        clerk()
            .post("/api/instruments", HEAD.formatted("'sources': [" + "{},".repeat(1_999) + "{}]"));
    assertThat(answer.body().path("errors")).hasSize(500);
  }

  @Test
  void aBodyWithoutEndIsCutOff() {
    assertThat(endless("/api/instruments", "application/json")).isEqualTo(413);
    assertThat(endless("/login", FORM)).isEqualTo(413);
  }

  @Test
  void aFormOfTooManyFieldsIsRefused() {
    String fields = "a=1&".repeat(3_000);
    assertThat(clerk().send("/login", FORM, BodyPublishers.ofString(fields)).status())
        .isEqualTo(400);
  }

  @Test
  void anAddressOrHeadersWithoutEndAreRefused() throws IOException {
    isProblem(414, "/api/instruments?q=" + "x".repeat(9_000), "");
    isProblem(431, "/api/instruments", "X-A: " + "x".repeat(17_000) + "\r\n");
    isProblem(431, "/api/instruments", "X-A: 1\r\n".repeat(70));
    isProblem(400, "/api/instruments", "X-A: " + "x".repeat(60_000) + "\r\n");
    isProblem(400, "/api/instruments?q=%", "");
    isProblem(400, "/api/instruments?q={}", "");
  }

  private void isProblem(int status, String path, String headers) throws IOException {
    String answer = answerTo("GET " + path, headers + "Accept: */*");
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("application/problem+json", "\"title\"", "\"detail\"")
        .doesNotContain("java", "apache", "Tomcat");
  }

  private void isRefused(int status, String body) {
    Caller.Answer answer = clerk().post("/api/instruments", body);
    assertThat(answer.status()).as(body.substring(0, 150)).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  private int endless(String path, String type) {
    InputStream zeros = new ByteArrayInputStream(new byte[8 << 20]);
    return clerk().send(path, type, BodyPublishers.ofInputStream(() -> zeros)).status();
  }

  /** The answer to a request of which only the head is sent. */
  private String answerTo(String line, String headers) throws IOException {
    try (Socket wire = new Socket(InetAddress.getLoopbackAddress(), port)) {
      wire.setSoTimeout(8_000);
      String head = line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n";
      wire.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      wire.getOutputStream().flush();
      byte[] first = new byte[4_000];
      StringBuilder answer = new StringBuilder();
      while (!answer.toString().contains("\r\n\r\n") || answer.indexOf("Content-Length: 0") < 0) {
        int read = wire.getInputStream().read(first);
        if (read < 0) {
          break;
        }
        answer.append(new String(first, 0, read, StandardCharsets.UTF_8));
        if (answer.indexOf("}") > 0 || answer.indexOf("</html>") > 0) {
          break;
        }
      }
      return answer.toString();
    }
  }

  private Caller clerk() {
    return Caller.at(port, "mddtClerk");
  }

  /** What is used of the heap, in bytes, when nothing is kept that need not be. */
  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
