package org.chancery.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.chancery.access.Account;
import org.chancery.process.Place;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What people have typed into the form of a step and not yet sent: a session may end, and not a
 * word is lost; nor when the process is begun anew, and the same step is another task. Each is
 * shown to nobody but whoever typed it, and is gone when the step is done.
 */
@Component
class Drafts {

  private static final Duration KEPT = Duration.ofDays(90);
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  Drafts(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** What the account has typed into the form of the step, by the name of the field. */
  Map<String, String> of(Place place, Account account) {
    return jdbc.sql("select fields from step_draft where place = :place and account = :account")
        .param("place", place.key())
        .param("account", account.name())
        .query(String.class)
        .optional()
        .map(this::read)
        .orElse(Map.of());
  }

  /**
   * Keeps what the account has typed, in place of what it typed before. To be called outside of a
   * transaction: of two windows that keep their first word at once, one comes second.
   */
  void keep(Place place, Account account, Map<String, String> fields) {
    if (!updated(place, account, fields)) {
      try {
        insert(place, account, fields);
      } catch (DuplicateKeyException keptMeanwhile) {
        updated(place, account, fields);
      }
    }
  }

  /** The step is done: nobody's draft of it is needed any more. */
  void forget(Place place) {
    jdbc.sql("delete from step_draft where place = :place").param("place", place.key()).update();
  }

  /** Forgets, each night, what was left lying for a quarter of a year; returns how many. */
  @Scheduled(cron = "0 40 3 * * *", zone = "UTC")
  int forgetOld() {
    return jdbc.sql("delete from step_draft where saved_at < :before")
        .param("before", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private boolean updated(Place place, Account account, Map<String, String> fields) {
    return write(
            """
            update step_draft set fields = :fields, saved_at = :at
             where place = :place and account = :account""",
            place,
            account,
            fields)
        == 1;
  }

  private void insert(Place place, Account account, Map<String, String> fields) {
    write(
        """
        insert into step_draft (place, account, fields, saved_at)
        values (:place, :account, :fields, :at)""",
        place,
        account,
        fields);
  }

  private int write(String sql, Place place, Account account, Map<String, String> fields) {
    return jdbc.sql(sql)
        .param("place", place.key())
        .param("account", account.name())
        .param("fields", text(fields))
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }

  private Map<String, String> read(String text) {
    try {
      return json.readValue(text, FIELDS);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A draft is not as it was kept", broken);
    }
  }

  private String text(Map<String, String> fields) {
    try {
      return json.writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Texts are always JSON", impossible);
    }
  }
}
