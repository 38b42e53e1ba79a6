package org.chancery.access;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.chancery.access.HouseChanged.Change;
import org.chancery.access.Tokens.Found;
import org.chancery.access.Tokens.Kind;
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

  private final JdbcClient jdbc;
  private final Tokens tokens;
  private final Accounts accounts;
  private final HouseNews news;

  FeedTokens(JdbcClient jdbc, Tokens tokens, Accounts accounts, HouseNews news) {
    this.jdbc = jdbc;
    this.tokens = tokens;
    this.accounts = accounts;
    this.news = news;
  }

  /** Makes a token for the current account, in place of the one it had, and says it this once. */
  public String make() {
    FeedToken before = current().orElse(null);
    end();
    Secret token = Secret.random();
    jdbc.sql("insert into feed_token (account, hash, created_at) values (?, ?, ?)")
        .params(accounts.current().name(), token.hash(), tokens.now())
        .update();
    news.tell(Change.FEED_MADE, subject(), before, current().orElseThrow());
    return token.text();
  }

  /** Revokes the current account's token, if it has one, at once and for ever. */
  public void revoke() {
    current()
        .ifPresent(
            before -> {
              end();
              news.tell(Change.FEED_REVOKED, subject(), before, Map.of("revokedAt", tokens.now()));
            });
  }

  /** The valid token of the current account. */
  @Transactional(readOnly = true)
  public Optional<FeedToken> current() {
    return jdbc
        .sql(
            """
            select created_at, last_used_at, last_used_from from feed_token
            where account = ? and revoked_at is null order by id desc
            """)
        .param(accounts.current().name())
        .query(
            (row, number) ->
                new FeedToken(
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    Tokens.instant(row.getObject("last_used_at", OffsetDateTime.class)),
                    row.getString("last_used_from")))
        .stream()
        .findFirst();
  }

  /**
   * The account whose valid token this is; its use is noted.
   *
   * @param from the address it is used from
   */
  Optional<String> use(String text, String from) {
    Optional<Found> token = tokens.find(Kind.FEED, text);
    token.ifPresent(found -> tokens.noteUse(Kind.FEED, found, from));
    return token.map(Found::account);
  }

  private void end() {
    jdbc.sql("update feed_token set revoked_at = ? where account = ? and revoked_at is null")
        .params(tokens.now(), accounts.current().name())
        .update();
  }

  private String subject() {
    return HouseChanged.account(accounts.current().name());
  }
}
