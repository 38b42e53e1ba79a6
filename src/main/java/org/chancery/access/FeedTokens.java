package org.chancery.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tokens by which calendar programs, which cannot log in, read what one person may see: 256
 * random bits, stored as their SHA-256. Each person has at most one that is valid.
 */
@Component
@Transactional
public class FeedTokens {

  private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Clock clock;

  FeedTokens(JdbcClient jdbc, Accounts accounts, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Makes a token for the current account, in place of the one it had, and says it this once. */
  public String make() {
    revoke();
    Secret token = Secret.random();
    jdbc.sql("insert into feed_token (account, hash, created_at) values (?, ?, ?)")
        .params(accounts.current().name(), token.hash(), now())
        .update();
    return token.text();
  }

  /** Revokes the current account's token, if it has one, at once and for ever. */
  public void revoke() {
    jdbc.sql("update feed_token set revoked_at = ? where account = ? and revoked_at is null")
        .params(now(), accounts.current().name())
        .update();
  }

  /** The valid token of the current account. */
  @Transactional(readOnly = true)
  public Optional<FeedToken> current() {
    return jdbc
        .sql(
            """
            select created_at, last_used_at from feed_token
            where account = ? and revoked_at is null order by id desc
            """)
        .param(accounts.current().name())
        .query(
            (row, number) ->
                new FeedToken(
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    instant(row.getObject("last_used_at", OffsetDateTime.class))))
        .stream()
        .findFirst();
  }

  /** The account whose valid token this is. */
  Optional<String> use(String token) {
    String hash = Secret.sha256(token);
    Optional<String> account =
        jdbc.sql("select account from feed_token where hash = ? and revoked_at is null")
            .param(hash)
            .query(String.class)
            .optional();
    account.ifPresent(name -> noteUse(hash));
    return account;
  }

  private void noteUse(String hash) {
    OffsetDateTime now = now();
    jdbc.sql(
            """
            update feed_token set last_used_at = ?
            where hash = ? and (last_used_at is null or last_used_at < ?)
            """)
        .params(now, hash, now.minus(USE_IS_NOTED_EVERY))
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
