package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.chancery.ChanceryTest;
import org.chancery.TestTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long the keys of writes are kept. */
@ChanceryTest
class IdempotencyKeysTest {

  private static final Instant NOW =
      TestTime.TODAY.atTime(8, 0).toInstant(java.time.ZoneOffset.UTC);

  @Autowired IdempotencyKeys keys;
  @Autowired JdbcClient jdbc;

  @Test
  void areForgottenAfterTwoDaysAndKeptForOne() {
    insert("old", NOW.minus(Duration.ofHours(49)));
    insert("young", NOW.minus(Duration.ofHours(25)));
    assertThat(keys.forgetOld()).isEqualTo(1);
    assertThat(
            jdbc.sql("select text from idempotency_key where account = 'kept'")
                .query(String.class)
                .list())
        .containsExactly("young");
  }

  private void insert(String text, Instant at) {
    jdbc.sql(
            "insert into idempotency_key (account, text, request, created_at) values ('kept', ?, ?, ?)")
        .params(text, "0".repeat(64), Timestamp.from(at))
        .update();
  }
}
