package org.chancery.notice;

import java.time.Instant;
import java.util.List;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Contacts;
import org.chancery.access.Role;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts into the outbox what people and other systems are to be told, in the caller's transaction.
 */
@Component
class Telling {

  private final Outbox outbox;
  private final Postman postman;
  private final NoticeSettings settings;
  private final Accounts accounts;
  private final Contacts contacts;
  private final Preferences preferences;
  private final Instruments instruments;

  Telling(
      Outbox outbox,
      Postman postman,
      NoticeSettings settings,
      Accounts accounts,
      Contacts contacts,
      Preferences preferences,
      Instruments instruments) {
    this.outbox = outbox;
    this.postman = postman;
    this.settings = settings;
    this.accounts = accounts;
    this.contacts = contacts;
    this.preferences = preferences;
    this.instruments = instruments;
  }

  /** Whether anybody can be told anything. */
  boolean isHeard() {
    return postman.isReady() || !settings.hooks().isEmpty();
  }

  /** Writes on the occasion to whom it concerns. */
  void write(Occasion occasion, Instant at) {
    if (postman.isReady()) {
      Role role = occasion.kind() == Kind.ESCALATION ? Role.MANAGER : Role.CLERK;
      accounts.members(occasion.body()).stream()
          .filter(account -> account.is(role) && isToBeTold(account, occasion))
          .map(account -> Dispatch.mail(account.name(), occasion, at))
          .forEach(mail -> outbox.putOver(mail, occasion.from(), at));
    }
  }

  private boolean isToBeTold(Account account, Occasion occasion) {
    return contacts.of(account).email() != null
        && preferences.of(account).wants(occasion.kind())
        && accounts.as(account, () -> instruments.ifSeen(occasion.reference()).isPresent());
  }

  /**
   * Calls the webhooks that want to hear of it.
   *
   * @param which what it is, so that nobody is told twice of the same
   */
  void call(
      EventType type, Reference reference, @Nullable Integer milestone, String which, Instant at) {
    List<Hook> wanting = settings.hooks().stream().filter(hook -> hook.wants(type)).toList();
    String event = type.id() + "/" + reference + "/" + which;
    wanting.forEach(
        hook ->
            outbox.put(
                Dispatch.call(hook.url().toString(), event, type.id(), reference, milestone, at),
                at));
  }
}
