package org.chancery.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, and how the archive writes it.
 *
 * @param name its name, in the table and in the archive alike
 * @param kind what stands in it
 */
record Column(String name, Kind kind) {

  /** What stands in a column. */
  enum Kind {
    TEXT(Types.VARCHAR),
    /** The name of an account: in whatever case it is written, it sorts alike everywhere. */
    ACCOUNT(Types.VARCHAR),
    INT(Types.INTEGER),
    LONG(Types.BIGINT),
    FLAG(Types.BOOLEAN),
    /** To the microsecond, as text in UTC (RFC 3339). */
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE),
    /** As text (ISO 8601). */
    DAY(Types.DATE);

    private final int sqlType;

    Kind(int sqlType) {
      this.sqlType = sqlType;
    }
  }

  /** Reads {@code name} of text, or {@code name kind}. */
  static Column of(String text) {
    String[] words = text.strip().split(" ", 2);
    return new Column(
        words[0], words.length == 1 ? Kind.TEXT : Kind.valueOf(words[1].toUpperCase(Locale.ROOT)));
  }

  /** By what its table is sorted, of the stored value or of a parameter. */
  String sorted(String value) {
    return kind == Kind.ACCOUNT ? "lower(" + value + ")" : value;
  }

  int sqlType() {
    return kind.sqlType;
  }

  /** The stored value, as Java has it. */
  @Nullable Object stored(ResultSet row) throws SQLException {
    return switch (kind) {
      case TEXT, ACCOUNT -> row.getString(name);
      case INT -> row.getObject(name, Integer.class);
      case LONG -> row.getObject(name, Long.class);
      case FLAG -> row.getObject(name, Boolean.class);
      case INSTANT -> row.getObject(name, OffsetDateTime.class);
      case DAY -> row.getObject(name, LocalDate.class);
    };
  }

  /** The value as JSON has it. */
  static Object written(Object stored) {
    if (stored instanceof OffsetDateTime at) {
      return at.toInstant().toString();
    }
    return stored instanceof LocalDate day ? day.toString() : stored;
  }

  /**
   * The value that JSON has, as Java has it.
   *
   * @throws IllegalArgumentException when it is something else
   */
  Object read(JsonNode json) {
    return switch (kind) {
      case TEXT, ACCOUNT -> text(json);
      case INT -> required(json.isInt(), json).intValue();
      case LONG -> required(json.canConvertToLong() && json.isIntegralNumber(), json).longValue();
      case FLAG -> required(json.isBoolean(), json).booleanValue();
      case INSTANT -> instant(text(json));
      case DAY -> day(text(json));
    };
  }

  private String text(JsonNode json) {
    return required(json.isTextual(), json).textValue();
  }

  private OffsetDateTime instant(String text) {
    try {
      return Instant.parse(text).atOffset(ZoneOffset.UTC);
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(name + " is no instant: " + text, malformed);
    }
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(name + " is no day: " + text, malformed);
    }
  }

  private JsonNode required(boolean fits, JsonNode json) {
    if (!fits) {
      throw new IllegalArgumentException(name + " is no " + kind + ": " + json);
    }
    return json;
  }
}
