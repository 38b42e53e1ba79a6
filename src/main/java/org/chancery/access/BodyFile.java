package org.chancery.access;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.chancery.web.InvalidValue;
import org.springframework.core.io.Resource;

/** The bodies of a CSV file, each row checked; what is wrong is said with file, line and reason. */
final class BodyFile {

  private static final List<String> LANGUAGES = List.of("en", "az", "kk", "ru", "tr", "uz", "ar");
  private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private final String name;

  private BodyFile(String name) {
    this.name = name;
  }

  /**
   * @throws CannotStart when a row is malformed
   */
  static List<Body> read(Resource file, String name) {
    try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
        CSVParser rows = CSVParser.parse(text, FORMAT)) {
      return new BodyFile(name).bodies(rows);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + name, unreadable);
    }
  }

  private List<Body> bodies(CSVParser rows) {
    Map<BodyCode, Body> bodies = new LinkedHashMap<>();
    for (var row = rows.iterator(); hasNext(rows, row); ) {
      CSVRecord record = row.next();
      long line = rows.getCurrentLineNumber();
      Body body = body(record, line);
      if (bodies.put(body.code(), body) != null) {
        throw wrong(line, "the code \"" + body.code() + "\" stands there twice");
      }
    }
    return new ArrayList<>(bodies.values());
  }

  private boolean hasNext(CSVParser rows, Iterator<CSVRecord> row) {
    try {
      return row.hasNext();
    } catch (UncheckedIOException malformed) {
      if (malformed.getCause() instanceof CSVException reason) {
        throw wrong(rows.getCurrentLineNumber(), "is no CSV (" + reason.getMessage() + ")");
      }
      throw malformed;
    }
  }

  private Body body(CSVRecord row, long line) {
    return new Body(
        code(cell(row, line, "code"), line),
        state(cell(row, line, "state"), line),
        zone(cell(row, line, "zone"), line),
        yesOrNo(cell(row, line, "sees_all"), line),
        names(row, line));
  }

  private String cell(CSVRecord row, long line, String column) {
    if (!row.isSet(column) || row.get(column).isEmpty()) {
      throw wrong(line, "the column \"" + column + "\" is missing or empty");
    }
    return row.get(column);
  }

  private BodyCode code(String text, long line) {
    try {
      return new BodyCode(text);
    } catch (InvalidValue malformed) {
      throw wrong(
          line, "the code \"" + text + "\" must be small letters and digits, a letter first");
    }
  }

  private String state(String text, long line) {
    if (!STATE.matcher(text).matches()) {
      throw wrong(line, "the state \"" + text + "\" must be two capital letters, such as AZ");
    }
    return text;
  }

  private ZoneId zone(String text, long line) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw wrong(line, "the zone \"" + text + "\" is unknown; write one such as Asia/Baku");
    }
  }

  private boolean yesOrNo(String text, long line) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(line, "sees_all is \"" + text + "\"; write true or false");
    };
  }

  private Map<String, String> names(CSVRecord row, long line) {
    Map<String, String> names = new LinkedHashMap<>();
    LANGUAGES.forEach(language -> names.put(language, cell(row, line, language)));
    return names;
  }

  private CannotStart wrong(long line, String reason) {
    return new CannotStart(name + ", line " + line + ": " + reason + ".", "Correct that line.");
  }
}
