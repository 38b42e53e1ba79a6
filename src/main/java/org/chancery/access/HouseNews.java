package org.chancery.access;

import java.time.Clock;
import org.chancery.access.HouseChanged.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever listens, in the transaction of a change, that something of the house changed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HouseNews {

  private final ApplicationEventPublisher publisher;
  private final Accounts accounts;
  private final Clock clock;

  HouseNews(ApplicationEventPublisher publisher, Accounts accounts, Clock clock) {
    this.publisher = publisher;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Whoever acts has changed it.
   *
   * @param before what it was; null for what is new or is never told
   */
  public void tell(Change change, String subject, @Nullable Object before, Object after) {
    publisher.publishEvent(
        new HouseChanged(
            subject, change, before, after, accounts.acting().name(), clock.instant()));
  }
}
