package org.chancery.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.TestTime;
import org.chancery.journal.SealingFixture;
import org.chancery.journal.VerifyCommands;
import org.chancery.notice.PostOffice.Came;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.ContextConfiguration;

/** The roots of the journals leave the house by mail, through a real mail server. */
@ChanceryTest
@ContextConfiguration(initializers = PostOffice.class)
class RootMailStoryTest {

  private static final Instant NOW = TestTime.TODAY.atTime(8, 0).toInstant(ZoneOffset.UTC);

  @Autowired Desk desk;
  @Autowired RootMail mail;
  @Autowired Sender sender;
  @Autowired Queue queue;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource database;
  @Autowired JavaMailSenderImpl server;

  @Autowired Environment settings;

  private int port;

  @BeforeEach
  void beginAnew() {
    port = server.getPort();
    jdbc.sql("delete from notice_outbox").update();
    seal();
    send(NOW);
    PostOffice.empty();
  }

  @AfterEach
  void mend() {
    server.setPort(port);
  }

  @Test
  void whatIsInTheMailIsTakenByWhoeverVerifies(@TempDir Path folder) throws IOException {
    seal();
    send(NOW);
    Came came = only();
    assertThat(came.to()).isEqualTo(PostOffice.NOTARY);
    assertThat(came.subject()).startsWith("Roots of the journal, ");
    assertThat(came.text()).startsWith("To whoever keeps the roots").contains("-- ");
    Path copied = Files.writeString(folder.resolve("copied.jsonl"), roots(came.text()));
    Path enclosed = Files.writeString(folder.resolve("enclosed.jsonl"), came.html());
    assertThat(roots(came.html())).isEqualTo(roots(came.text())).hasLineCount(1);
    assertThat(verify(copied)).isZero();
    assertThat(verify(enclosed)).isZero();
    Files.writeString(copied, roots(came.text()).replace("\"leaves\":1", "\"leaves\":2"));
    assertThat(verify(copied)).as("another root").isOne();
  }

  @Test
  void afterAMailThatFailedTheNextCarriesBoth(@TempDir Path folder) throws IOException {
    server.setPort(nobodyListens());
    seal();
    send(NOW);
    seal();
    send(NOW);
    assertThat(PostOffice.empty()).isEmpty();
    assertThat(queue.length()).as("what the operator is shown").isEqualTo(new Queue.Length(1, 0));
    server.setPort(port);
    send(NOW.plus(Sender.pause(1)));
    String both = roots(only().text());
    assertThat(both).hasLineCount(2);
    Path twice = Files.writeString(folder.resolve("roots.jsonl"), both + "\n" + both);
    assertThat(verify(twice)).as("no order at all").isEqualTo(2);
    Files.writeString(twice, both.replaceAll("(?m)^(.+)$", "$1\n$1"));
    assertThat(verify(twice)).as("of two mails, sorted").isZero();
    assertThat(queue.length()).isEqualTo(new Queue.Length(0, 0));
  }

  private Came only() {
    List<Came> came = PostOffice.empty();
    assertThat(came).hasSize(1);
    return came.get(0);
  }

  /** What one copies out of a mail. */
  private static String roots(String text) {
    return text.lines().filter(line -> line.startsWith("{")).collect(Collectors.joining("\n"));
  }

  /** Something happens, and comes under a root. */
  private void seal() {
    desk.open(
        "economyClerk",
        """
        {'type': 'UNDERTAKING', 'title': {'en': 'Sealed'}, 'responsibleBody': 'economy',
         'parties': [{'code': 'AZ'}],
         'milestones': [{'kind': 'REPORT', 'due': '2027-11-21', 'body': 'economy'}]}""");
    SealingFixture.seal(database);
  }

  private void send(Instant at) {
    TestTime.at(
        at,
        () -> {
          mail.put();
          sender.send();
          return true;
        });
  }

  private int verify(Path roots) {
    return VerifyCommands.run(
        "verify",
        "--roots",
        roots.toString(),
        "--spring.datasource.url=" + settings.getProperty("spring.datasource.url"));
  }

  private static int nobodyListens() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
