package org.chancery.notice;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits in the outbox, mail and webhooks alike: how much, and nothing of what it says. */
@Component
public class Queue {

  private final JdbcClient jdbc;
  private final Postman postman;

  Queue(JdbcClient jdbc, Postman postman) {
    this.jdbc = jdbc;
    this.postman = postman;
  }

  /** Whether there is a server that carries mail; without one nobody is sent any. */
  public boolean carriesMail() {
    return postman.isReady();
  }

  /**
   * How much lies in the outbox.
   *
   * @param waiting is to be sent, or is being sent
   * @param dead could not be delivered, and was given up
   */
  public record Length(long waiting, long dead) {}

  /** How much there is now; what was settled long ago is forgotten. */
  public Length length() {
    return jdbc.sql(
            """
            select coalesce(sum(case when state = 'DEAD' then 0 else 1 end), 0),
              coalesce(sum(case when state = 'DEAD' then 1 else 0 end), 0)
            from notice_outbox where state in ('WAITING', 'SENDING', 'DEAD')""")
        .query((row, number) -> new Length(row.getLong(1), row.getLong(2)))
        .single();
  }
}
