package org.chancery.instrument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the values of the register lie in its rows, and come out of them. */
@Component
class Rows {

  private final ObjectMapper json;

  Rows(ObjectMapper json) {
    this.json = json;
  }

  Instrument instrument(ResultSet row, int number) throws SQLException {
    return new Instrument(
        new Reference(row.getString("reference")),
        read(row.getString("description"), Description.class),
        optional(row.getString("parent_reference"), Reference::new),
        row.getString("opened_by"),
        instant(row, "opened_at"),
        instant(row, "updated_at"),
        row.getInt("version"),
        optional(row.getString("in_force"), StatedDate::new));
  }

  Milestone milestone(ResultSet row, int number) throws SQLException {
    return new Milestone(
        row.getInt("id"),
        MilestoneKind.valueOf(row.getString("kind")),
        optional(row.getString("name"), Title.class),
        optional(row.getString("due"), StatedDate::new),
        optional(row.getString("planned"), StatedDate::new),
        row.getString("stated_as"),
        optional(row.getString("body"), org.chancery.access.BodyCode::new),
        optional(row.getString("party"), PartyCode::new),
        optional(row.getString("basis"), Basis::valueOf),
        optional(row.getString("source"), Source.class),
        statutory(row),
        instant(row, "recorded_at"));
  }

  private static Milestone.@Nullable Statutory statutory(ResultSet row) throws SQLException {
    String term = row.getString("term");
    return term == null ? null : new Milestone.Statutory(term, integer(row, "term_event"));
  }

  Decision decision(ResultSet row, int number) throws SQLException {
    return new Decision(
        row.getInt("id"),
        row.getInt("milestone"),
        Decision.Kind.valueOf(row.getString("kind")),
        optional(row.getString("from_date"), StatedDate::new),
        optional(row.getString("to_date"), StatedDate::new),
        row.getString("reason"),
        row.getString("authority"),
        new org.chancery.access.BodyCode(row.getString("body")),
        row.getString("decided_by"),
        instant(row, "decided_at"),
        row.getString("confirmed_by"),
        instantOrNull(row, "confirmed_at"),
        row.getString("withdrawn_by"),
        instantOrNull(row, "withdrawn_at"));
  }

  Event event(ResultSet row, int number) throws SQLException {
    return new Event(
        row.getInt("id"),
        EventKind.valueOf(row.getString("kind")),
        optional(row.getString("party"), PartyCode::new),
        integer(row, "milestone"),
        new StatedDate(row.getString("happened_on")),
        optional(row.getString("for_date"), StatedDate::new),
        row.getString("place"),
        row.getString("act"),
        row.getString("note"),
        row.getString("remark"),
        row.getString("reason"),
        integer(row, "refers_to"),
        integer(row, "corrects"),
        optional(row.getString("source"), Source.class),
        optional(row.getString("body"), org.chancery.access.BodyCode::new),
        row.getString("recorded_by"),
        instant(row, "recorded_at"));
  }

  /** The text of a value in a row; null for null. */
  @Nullable String write(@Nullable Object value) {
    try {
      return value == null ? null : json.writeValueAsString(value);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A value of the register cannot be written", broken);
    }
  }

  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** The instant, whatever the clock on the wall says: some hours come twice there. */
  static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private <T> @Nullable T optional(@Nullable String text, Class<T> type) {
    return text == null ? null : read(text, type);
  }

  /** The value that {@link #write} has written. */
  <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A row of the register cannot be read", broken);
    }
  }

  private static <T> @Nullable T optional(@Nullable String text, Function<String, T> make) {
    return text == null ? null : make.apply(text);
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? null : instant(row, column);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
