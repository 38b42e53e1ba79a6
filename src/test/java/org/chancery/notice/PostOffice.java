package org.chancery.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A mail server that a test of the whole application writes to, and reads what has come; another
 * system is told beside it.
 */
final class PostOffice implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** Who keeps the roots of the journals. */
  static final String NOTARY = "notary@example.org";

  /** The database in memory of the tests without mail, where nothing is put into the outbox. */
  private static final String WITHOUT_MAIL = "jdbc:h2:mem:chancery-test;";

  private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

  static {
    SERVER.start();
  }

  /**
   * A letter that came.
   *
   * @param to to whom
   * @param subject what it is about
   * @param id its Message-ID
   * @param text its plain text
   * @param html its page, or the file that comes with it
   */
  record Came(String to, String subject, String id, String text, String html) {}

  /** What has come since this was last asked, by the receiver's address. */
  static List<Came> empty() {
    List<Came> came = Arrays.stream(SERVER.getReceivedMessages()).map(PostOffice::read).toList();
    try {
      SERVER.purgeEmailFromAllMailboxes();
    } catch (com.icegreen.greenmail.store.FolderException broken) {
      throw new IllegalStateException(broken);
    }
    return came;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "spring.datasource.url=" + database(context),
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=" + SERVER.getSmtp().getPort(),
            "chancery.address=https://chancery.example",
            "chancery.webhooks[0].url=" + Neighbour.url(),
            "chancery.webhooks[0].secret=whsec_dHdlbnR5LWZvdXIgcmFuZG9tIGJ5dGVz",
            "chancery.webhooks[0].kinds=org.chancery.case.opened,org.chancery.finding.overdue",
            "chancery.notices.from=chancery@example.org",
            "chancery.journal.mail=" + NOTARY,
            // The test itself says when.
            "chancery.notices.send=-",
            "chancery.notices.digest=-",
            "camunda.bpm.generate-unique-process-engine-name=true",
            "camunda.bpm.generate-unique-process-application-name=true")
        .applyTo(context);
  }

  /** One that the tests with mail share, unless the test has one of its own. */
  private static String database(ConfigurableApplicationContext context) {
    String told = context.getEnvironment().getRequiredProperty("spring.datasource.url");
    return told.startsWith(WITHOUT_MAIL)
        ? "jdbc:h2:mem:post-office;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0"
        : told;
  }

  private static Came read(MimeMessage message) {
    try {
      Multipart parts = (Multipart) message.getContent();
      return new Came(
          message.getAllRecipients()[0].toString(),
          message.getSubject(),
          message.getMessageID(),
          text(parts.getBodyPart(0)),
          text(parts.getBodyPart(1)));
    } catch (MessagingException | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String text(BodyPart part) throws MessagingException, IOException {
    return part.getContent().toString();
  }
}
