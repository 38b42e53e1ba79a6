package org.chancery.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chancery.web.InvalidValue;
import org.chancery.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of programs: 256 random bits each, stored as their SHA-256. */
@Component
class ApiKeys {

  private static final int LONGEST_LABEL = 200;
  // When a key was last used is known to the minute; a write for each request would cost too much.
  private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final AccountTable accounts;
  private final Clock clock;

  ApiKeys(JdbcClient jdbc, AccountTable accounts, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Makes a key for the account. */
  Secret add(String account, String label) {
    if (label.isBlank() || label.length() > LONGEST_LABEL) {
      throw new InvalidValue("key.label", LONGEST_LABEL);
    }
    if (accounts.find(account).isEmpty()) {
      throw Refusal.notFound("account.unknown", account);
    }
    Secret key = Secret.random();
    jdbc.sql("insert into api_key (account, hash, label, created_at) values (?, ?, ?, ?)")
        .params(account, key.hash(), label, now())
        .update();
    return key;
  }

  /** Every key, those revoked included, in the order they were made. */
  List<ApiKey> all() {
    return jdbc.sql(
            "select id, account, label, created_at, last_used_at, revoked_at from api_key order by id")
        .query(ApiKeys::read)
        .list();
  }

  /** Revokes a key at once and for ever. */
  void revoke(long id) {
    int revoked =
        jdbc.sql("update api_key set revoked_at = ? where id = ? and revoked_at is null")
            .params(now(), id)
            .update();
    if (revoked == 0) {
      throw Refusal.notFound("key.unknown", String.valueOf(id));
    }
  }

  /** The account whose valid key this is. */
  Optional<String> use(String key) {
    String hash = Secret.sha256(key);
    Optional<String> account =
        jdbc.sql("select account from api_key where hash = ? and revoked_at is null")
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
            update api_key set last_used_at = ?
            where hash = ? and (last_used_at is null or last_used_at < ?)
            """)
        .params(now, hash, now.minus(USE_IS_NOTED_EVERY))
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static ApiKey read(ResultSet row, int number) throws SQLException {
    return new ApiKey(
        row.getLong("id"),
        row.getString("account"),
        row.getString("label"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
