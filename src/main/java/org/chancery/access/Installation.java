package org.chancery.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.web.InvalidValue;
import org.chancery.web.Message;
import org.chancery.web.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A house that nobody keeps yet: a secret, shown once on the console and good for a day, lets its
 * bearer make the first administrator. With the first administrator, however she came in, the door
 * is walled up; people without that role, whom a provider let in before, leave it open.
 */
@Component
public class Installation {

  /** How long the secret is good for, from the start that showed it. */
  private static final Duration GOOD_FOR = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final AccountTable accounts;
  private final AccountBook book;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Guesses guesses;

  Installation(
      JdbcClient jdbc,
      AccountTable accounts,
      AccountBook book,
      TransactionOperations transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.book = book;
    this.transactions = transactions;
    this.clock = clock;
    this.guesses = new Guesses(clock, 5, Duration.ofMinutes(5));
  }

  /** What became of an attempt to make the first administrator. */
  public sealed interface Outcome {

    /** The administrator may log in. */
    record Made() implements Outcome {}

    /**
     * Nothing was made.
     *
     * @param reason why, and what to do
     */
    record Refused(Message reason) implements Outcome {}
  }

  /** Whether the first administrator may still be made. */
  public boolean isOpen() {
    return !accounts.hasAdministrator() && hasSecret();
  }

  /**
   * Makes the first administrator, once.
   *
   * @param address where the attempt comes from; one that guesses wrongly must wait
   */
  public Outcome makeFirst(
      String secret, String name, String password, String again, String address) {
    String network = Origin.at(address).network();
    Duration wait = guesses.wait(network);
    if (!wait.isZero()) {
      return refused("setup.wait", wait.toSeconds() + 1);
    }
    if (!password.equals(again)) {
      return refused("password.differs");
    }
    try {
      NewAccount first = new NewAccount(name, name, Set.of(Role.ADMIN), Set.of());
      return made(secret, first, password, network);
    } catch (InvalidValue mistaken) {
      return new Outcome.Refused(mistaken.reason());
    } catch (Refusal refusal) {
      return new Outcome.Refused(refusal.detail());
    }
  }

  private Outcome made(String secret, NewAccount first, String password, String network) {
    boolean right =
        Boolean.TRUE.equals(
            transactions.execute(
                tx -> {
                  boolean spent = !accounts.hasAdministrator() && spend(new Secret(secret.strip()));
                  if (spent) {
                    book.add(first, password);
                  }
                  return spent;
                }));
    if (!right) {
      guesses.wrong(network);
      return refused("setup.secret");
    }
    return new Outcome.Made();
  }

  /** The row is deleted first and only one can delete it: the secret works once. */
  private boolean spend(Secret secret) {
    String hash = secret.hash();
    return kept().filter(kept -> same(kept, hash)).isPresent()
        && jdbc.sql("delete from first_secret where hash = ?").param(hash).update() == 1;
  }

  /**
   * The secret of an installation without administrator, when this call has made it; empty when
   * there is one or it was made and shown before.
   */
  Optional<Secret> open() {
    if (accounts.hasAdministrator() || hasSecret()) {
      return Optional.empty();
    }
    jdbc.sql("delete from first_secret where created_at <= ?").param(oldest()).update();
    Secret secret = Secret.random();
    try {
      jdbc.sql("insert into first_secret (id, hash, created_at) values (1, ?, ?)")
          .params(List.of(secret.hash(), clock.instant().atOffset(ZoneOffset.UTC)))
          .update();
      return Optional.of(secret);
    } catch (DuplicateKeyException anotherNodeWasFirst) {
      return Optional.empty();
    }
  }

  private boolean hasSecret() {
    return kept().isPresent();
  }

  /** The hash of the secret, while it is good. */
  private Optional<String> kept() {
    return jdbc.sql("select hash from first_secret where created_at > ?")
        .param(oldest())
        .query(String.class)
        .optional();
  }

  private OffsetDateTime oldest() {
    return clock.instant().minus(GOOD_FOR).atOffset(ZoneOffset.UTC);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static Outcome refused(String code, Object... arguments) {
    return new Outcome.Refused(Message.of(code, arguments));
  }
}
