package org.chancery.web;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets each of several effects of one form happen once, however often the form is sent: its key is
 * kept, beside those of {@code Idempotency-Key}, in the transaction of the effect.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Once {

  private final JdbcClient jdbc;
  private final Clock clock;

  Once(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Claims the effect; another who claims the same meanwhile waits for this transaction to end.
   *
   * @param account who wants it
   * @param token what the form was sent with
   * @param effect what is to happen, in words that say all of it
   * @throws Again when it has happened
   */
  public void claim(String account, String token, String effect) {
    String digest = Digest.sha256(effect);
    try {
      jdbc.sql(
              """
              insert into idempotency_key (account, text, request, created_at)
              values (:account, :text, :request, :at)""")
          .param("account", account)
          .param("text", Digest.sha256(token + '\n' + effect))
          .param("request", digest)
          .param("at", Timestamp.from(clock.instant()))
          .update();
    } catch (DuplicateKeyException known) {
      throw new Again(known);
    }
  }

  /** The effect has happened; the transaction that wanted it again is of no use any more. */
  public static final class Again extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Again(DuplicateKeyException known) {
      super(known);
    }
  }
}
