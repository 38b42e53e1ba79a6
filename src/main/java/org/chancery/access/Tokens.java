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

/**
 * What programs come in with, looked up by its hash: keys of the API and tokens of calendars. When
 * one was last used is known to the minute; a write for each request would cost too much.
 */
@Component
class Tokens {

  private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);
  private static final int LONGEST_ADDRESS = 100;

  private final JdbcClient jdbc;
  private final Clock clock;

  Tokens(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The kinds of tokens. */
  enum Kind {
    API_KEY("api_key"),
    FEED("feed_token");

    private final String table;

    Kind(String table) {
      this.table = table;
    }
  }

  /**
   * A token that is not revoked.
   *
   * @param id its number
   * @param account whose it is
   */
  record Found(long id, String account) {}

  /** The token with the text. */
  Optional<Found> find(Kind kind, String text) {
    return jdbc.sql(
            "select id, account from " + kind.table + " where hash = ? and revoked_at is null")
        .param(Secret.sha256(text))
        .query(Found.class)
        .optional();
  }

  /** Notes that it was used now, from the address. */
  void noteUse(Kind kind, Found token, String from) {
    OffsetDateTime now = now();
    jdbc.sql(
            "update "
                + kind.table
                + " set last_used_at = :now, last_used_from = :from where id = :id"
                + " and (last_used_at is null or last_used_at < :before)")
        .param("now", now)
        .param("from", from.substring(0, Math.min(from.length(), LONGEST_ADDRESS)))
        .param("id", token.id())
        .param("before", now.minus(USE_IS_NOTED_EVERY))
        .update();
  }

  /** Revokes it at once and for ever; answers whether it was valid until now. */
  boolean revoke(Kind kind, long id) {
    return jdbc.sql(
                "update " + kind.table + " set revoked_at = ? where id = ? and revoked_at is null")
            .params(now(), id)
            .update()
        == 1;
  }

  OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
