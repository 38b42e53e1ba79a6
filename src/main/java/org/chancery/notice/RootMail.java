package org.chancery.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.chancery.access.CannotStart;
import org.chancery.access.Contact;
import org.chancery.journal.RootLines;
import org.chancery.web.InvalidValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes the roots of the journals out of the house by mail, to the addresses of {@code
 * chancery.journal.mail}: puts into the outbox what each of them has not been sent yet, whoever
 * made it. The sealing knows nothing of it.
 */
@Component
class RootMail {

  private static final Logger LOG = LoggerFactory.getLogger(RootMail.class);

  /** So many roots are in one letter; of more, others come with the next. */
  static final int MOST = 1_000;

  private final Outbox outbox;
  private final RootLines roots;
  private final List<String> addresses;
  private final Clock clock;
  private long seen;

  /**
   * @throws CannotStart when there is nobody to carry it, or no such address
   */
  RootMail(Outbox outbox, RootLines roots, Postman postman, NoticeSettings settings, Clock clock) {
    this.outbox = outbox;
    this.roots = roots;
    this.addresses = settings.rootsTo();
    this.clock = clock;
    if (!addresses.isEmpty() && !postman.isReady()) {
      throw new CannotStart(
          "The roots of the journal are to be mailed (chancery.journal.mail), and there is no mail"
              + " server: nobody would be sent them.",
          "Set spring.mail.host and chancery.notices.from, or leave chancery.journal.mail empty.");
    }
    addresses.forEach(RootMail::check);
  }

  private static void check(String address) {
    try {
      new Contact(address, null);
    } catch (InvalidValue none) {
      throw new CannotStart(
          "\"%s\" in chancery.journal.mail is no address of mail.".formatted(address),
          "Set addresses like archive@example.org, with commas between them.");
    }
  }

  /** Has put into the outbox what is new; on two nodes with one result. */
  @Scheduled(cron = "${chancery.notices.send}", zone = "UTC")
  synchronized void put() {
    long last = addresses.isEmpty() ? seen : roots.last();
    if (last != seen) {
      boolean all = true;
      for (String address : addresses) {
        all &= put(address, last);
      }
      seen = all ? last : seen;
    }
  }

  /** Whether with this all are on their way. */
  private boolean put(String address, long last) {
    long told = outbox.told(address, Dispatch.ROOTS);
    long until = Math.min(last, told + MOST);
    if (told > last) {
      LOG.error(
          "Root {} of the journal was mailed to {}, and the last one in the database is {}: some"
              + " were cut off, or it was restored. Run: verify, with the roots of the mails",
          told,
          address,
          last);
    }
    if (told < last && !outbox.extend(address, Dispatch.ROOTS, until)) {
      Instant now = clock.instant();
      try {
        outbox.put(Dispatch.roots(address, told, until, last, now), now);
      } catch (DuplicateKeyException another) {
        // Another node has put in the same at this moment.
      }
    }
    return until >= last;
  }
}
