package org.chancery.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.access.CannotStart;
import org.chancery.access.Contact;
import org.chancery.journal.RootLines;
import org.chancery.web.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes the roots of the journals out of the house by mail, to the addresses of {@code
 * chancery.journal.mail}: puts into the outbox what each of them has not been sent yet, whoever
 * made it, until it was sent. The sealing knows nothing of it.
 */
@Component
class RootMail {

  private static final Logger LOG = LoggerFactory.getLogger(RootMail.class);

  /** So many roots are in one letter; of more, others come with the next. */
  static final int MOST = 1_000;

  /** An address to which one was given up is left alone for so long; then all is tried again. */
  static final Duration PAUSE = Duration.ofHours(6);

  private final Outbox outbox;
  private final RootLines roots;
  private final List<String> addresses;
  private final Clock clock;
  private final Map<String, Long> seen = new HashMap<>();

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

  /** Has put into the outbox what an address was not sent; on two nodes with one result. */
  @Scheduled(cron = "${chancery.notices.send}", zone = "UTC")
  synchronized void put() {
    long last = addresses.isEmpty() ? 0 : roots.last();
    for (String address : addresses) {
      if (!Objects.equals(seen.get(address), last) && isTold(address, last)) {
        seen.put(address, last);
      }
    }
  }

  /** Whether it was sent all; else what it was not sent is on its way, unless it was given up. */
  private boolean isTold(String address, long last) {
    Outbox.Progress progress = outbox.progress(address, Dispatch.ROOTS);
    if (progress.told() > last) {
      LOG.error(
          "Root {} of the journal was mailed to {}, and the last one in the database is {}: some"
              + " were cut off, or it was restored. Run: verify, with the roots of the mails",
          progress.told(),
          address,
          last);
    }
    long until = Math.min(last, progress.told() + MOST);
    if (progress.told() < last && progress.waiting() < until) {
      put(address, progress, until, last);
    }
    return progress.told() >= last;
  }

  /** Another node may do the same at this moment. */
  private void put(String address, Outbox.Progress progress, long until, long last) {
    Instant now = clock.instant();
    Instant before = now.minus(PAUSE);
    @Nullable Instant gaveUp = progress.gaveUp();
    if (gaveUp != null
        && (gaveUp.isAfter(before) || outbox.retry(address, Dispatch.ROOTS, until, before, now))) {
      return;
    }
    if (outbox.extend(address, Dispatch.ROOTS, until)) {
      return;
    }
    try {
      outbox.put(Dispatch.roots(address, progress.told(), until, last, now), now);
    } catch (DuplicateKeyException another) {
      // It has put in the same.
    }
  }
}
