package org.chancery.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.chancery.access.Contact;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Carries mail to the server of the configuration; without one there is no mail. */
@Component
class Postman implements Carrier {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final @Nullable JavaMailSender mail;
  private final Letters letters;
  private final RootLetters rootLetters;
  private final String from;
  private final Clock clock;

  /**
   * @throws IllegalArgumentException when there is a server and no address to write from
   */
  Postman(
      ObjectProvider<JavaMailSender> mail,
      Letters letters,
      RootLetters rootLetters,
      NoticeSettings settings,
      Clock clock) {
    this.mail = mail.getIfAvailable();
    this.letters = letters;
    this.rootLetters = rootLetters;
    this.from = settings.from();
    this.clock = clock;
    if (this.mail != null && new Contact(from.isEmpty() ? null : from, null).email() == null) {
      throw new IllegalArgumentException(
          "chancery.notices.from must be the address that mails come from");
    }
  }

  @EventListener
  void say(ApplicationReadyEvent ready) {
    if (!isReady()) {
      LOG.info("Nobody is sent mail: spring.mail.host is not set.");
    }
  }

  @Override
  public Channel channel() {
    return Channel.MAIL;
  }

  @Override
  public boolean isReady() {
    return mail != null;
  }

  @Override
  public Delivery carry(Dispatch dispatch) {
    JavaMailSender server = java.util.Objects.requireNonNull(mail);
    Optional<Letter> letter =
        dispatch.isOfRoots() ? rootLetters.of(dispatch) : letters.of(dispatch);
    if (letter.isEmpty()) {
      return new Delivery.Needless("there is nothing to tell any more");
    }
    try {
      server.send(message(server.createMimeMessage(), dispatch, letter.get()));
      return new Delivery.Accepted();
    } catch (MailException failure) {
      return outcome(failure);
    } catch (MessagingException | UnsupportedEncodingException broken) {
      throw new IllegalStateException("A letter cannot be written", broken);
    }
  }

  private MimeMessage message(MimeMessage message, Dispatch dispatch, Letter letter)
      throws MessagingException, UnsupportedEncodingException {
    String domain = from.substring(from.indexOf('@') + 1);
    message.setFrom(new InternetAddress(from, letter.house(), UTF_8));
    message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(letter.to()));
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Message-ID", "<" + dispatch.name() + "@" + domain + ">");
    // No automatic answer is to come back (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContentLanguage(new String[] {letter.locale().getLanguage()});
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.text(), UTF_8);
    message.setContent(
        letter.enclosure() == null
            ? new MimeMultipart("alternative", text, page(letter))
            : new MimeMultipart("mixed", text, file(letter.enclosure())));
    return message;
  }

  private MimeBodyPart page(Letter letter) throws MessagingException {
    MimeBodyPart page = new MimeBodyPart();
    page.setText(letters.html(letter), UTF_8, "html");
    return page;
  }

  private static MimeBodyPart file(Letter.Enclosure enclosure) throws MessagingException {
    MimeBodyPart file = new MimeBodyPart();
    file.setText(enclosure.text(), UTF_8);
    file.setFileName(enclosure.name());
    file.setDisposition(Part.ATTACHMENT);
    return file;
  }

  /** What the server has said; only of an address that does not exist is it sure for good. */
  private static Delivery outcome(MailException failure) {
    if (failure instanceof MailSendException sent && sent.getMessageExceptions().length == 0) {
      // It was accepted, and only the good-bye went wrong.
      return new Delivery.Accepted();
    }
    Optional<SMTPAddressFailedException> address = refusedAddress(failure);
    String why = String.valueOf(failure.getMessage());
    if (address.isEmpty()) {
      return new Delivery.Failed(why, isOfEverybody(failure));
    }
    boolean unknown =
        String.valueOf(address.get().getMessage()).matches("(?s)5\\d\\d[ -]5\\.1\\..*");
    return unknown ? new Delivery.Refused(why) : new Delivery.Failed(why, false);
  }

  /** Whether the server is away or does not know us; else it dislikes this letter alone. */
  private static boolean isOfEverybody(MailException failure) {
    return !(failure instanceof MailSendException sent)
        || Arrays.stream(sent.getMessageExceptions())
            .noneMatch(each -> each instanceof SMTPSendFailedException);
  }

  private static Optional<SMTPAddressFailedException> refusedAddress(MailException failure) {
    if (failure instanceof MailSendException sent) {
      for (Exception each : sent.getMessageExceptions()) {
        @Nullable Exception next = each;
        while (next != null) {
          if (next instanceof SMTPAddressFailedException address) {
            return Optional.of(address);
          }
          next = next instanceof MessagingException chained ? chained.getNextException() : null;
        }
      }
    }
    return Optional.empty();
  }
}
