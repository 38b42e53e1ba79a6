package org.chancery.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what lies in the outbox, one after the other: claims it, has it carried, settles it. What
 * fails is tried again after longer and longer pauses, for three days.
 *
 * <p>Killed between two, it sends none twice and loses none. Killed after the other side has
 * accepted one and before that is written down, it cannot know, and sends that one again under the
 * same name: a mail has the same {@code Message-ID}, a webhook's event the same id.
 */
@Component
class Sender {

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  /** With the pauses between them three days. */
  static final int ATTEMPTS = 21;

  static final Duration PATIENCE = Duration.ofDays(7);
  private static final Duration MEMORY = Duration.ofDays(400);
  private static final Duration NEWS = Duration.ofDays(60);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  /** So that a long queue of one channel leaves the others their turn. */
  private static final int AT_ONCE = 500;

  private final Outbox outbox;
  private final ChangeTable changes;
  private final List<Carrier> carriers;
  private final Clock clock;

  Sender(Outbox outbox, ChangeTable changes, List<Carrier> carriers, Clock clock) {
    this.outbox = outbox;
    this.changes = changes;
    this.carriers = List.copyOf(carriers);
    this.clock = clock;
  }

  /** Sends what is due. */
  @Scheduled(cron = "${chancery.notices.send}", zone = "UTC")
  void send() {
    carriers.stream().filter(Carrier::isReady).forEach(this::send);
  }

  private void send(Carrier carrier) {
    for (int i = 0; i < AT_ONCE; i++) {
      Optional<Dispatch> next = outbox.claim(carrier.channel(), clock.instant());
      if (next.isEmpty()) {
        return;
      }
      settle(next.get(), carried(carrier, next.get()));
    }
  }

  /** Whatever is wrong with one must not keep the others from being sent. */
  private static Delivery carried(Carrier carrier, Dispatch dispatch) {
    try {
      return carrier.carry(dispatch);
    } catch (RuntimeException failure) {
      LOG.error("Notice {} could not be made", dispatch.id(), failure);
      return new Delivery.Failed(failure.toString(), false);
    }
  }

  private void settle(Dispatch dispatch, Delivery delivery) {
    Instant now = clock.instant();
    if (delivery instanceof Delivery.Accepted) {
      outbox.sent(dispatch, now);
    } else if (delivery instanceof Delivery.Needless needless) {
      outbox.withdrawn(dispatch, needless.why(), now);
    } else if (delivery instanceof Delivery.Refused refused) {
      giveUp(dispatch, refused.why(), now);
    } else if (delivery instanceof Delivery.Failed failed) {
      tryAgain(dispatch, failed, now);
    }
  }

  private void tryAgain(Dispatch dispatch, Delivery.Failed failed, Instant now) {
    if (dispatch.attempts() >= ATTEMPTS) {
      giveUp(dispatch, failed.why(), now);
      return;
    }
    Instant again = now.plus(pause(dispatch.attempts()));
    LOG.warn("Notice {} is tried again at {}: {}", dispatch.id(), again, failed.why());
    outbox.failed(dispatch, failed.why(), again);
    outbox.postpone(dispatch.channel(), failed.everybody() ? null : dispatch.recipient(), again);
  }

  private void giveUp(Dispatch dispatch, String why, Instant now) {
    LOG.error(
        "Notice {}, {} to {}, is given up after {} attempts: {}",
        dispatch.id(),
        dispatch.event(),
        dispatch.recipient(),
        dispatch.attempts(),
        why);
    outbox.dead(dispatch, why, now);
  }

  /** One minute after the first attempt, then twice as long each time, six hours at most. */
  static Duration pause(int attempts) {
    Duration doubled = Duration.ofMinutes(1L << Math.min(Math.max(attempts - 1, 0), 20));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /** Nothing piles up for ever: gives up what nobody takes, and forgets what is long over. */
  @Scheduled(cron = "0 40 3 * * *", zone = "UTC")
  void tidy() {
    Instant now = clock.instant();
    int given = outbox.giveUp(now.minus(PATIENCE), now);
    if (given > 0) {
      LOG.error("{} notices are given up: nobody has taken them for {}", given, PATIENCE);
    }
    outbox.forgetBefore(now.minus(MEMORY));
    changes.forgetBefore(now.minus(NEWS));
  }
}
