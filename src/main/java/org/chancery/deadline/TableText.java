package org.chancery.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chancery.calendar.Table;
import org.chancery.web.Digest;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/**
 * The text of a table as comma-separated values. However a spreadsheet or a browser ends its lines,
 * and whether it marks the byte order, it is the same text.
 *
 * @param value the text; each line ends with one line feed
 */
public record TableText(String value) {

  /** The most bytes a table may have in UTF-8. */
  public static final int MOST_BYTES = 1_048_576;

  /** The most lines a table may have. */
  public static final int MOST_LINES = 5_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Brings the text into its one form.
   *
   * @throws Refusal when it is too long, or holds characters that no text holds
   */
  public TableText {
    String lines = value.replace("\r\n", "\n").replace('\r', '\n').stripTrailing() + "\n";
    value = lines.startsWith(BYTE_ORDER_MARK) ? lines.substring(1) : lines;
    if (value.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Refusal.of(Kind.TOO_LARGE, "table.bytes", MOST_BYTES);
    }
    if (value.lines().count() > MOST_LINES) {
      throw Refusal.of(Kind.TOO_LARGE, "table.lines", MOST_LINES);
    }
    if (value.chars().anyMatch(each -> each < ' ' && each != '\n' && each != '\t')) {
      throw Refusal.of(Kind.INVALID_BODY, "table.characters");
    }
  }

  /**
   * The text of a file.
   *
   * @throws Refusal when it is no text in UTF-8, or too long
   */
  public static TableText of(byte[] file) {
    try {
      return new TableText(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
    } catch (CharacterCodingException otherEncoding) {
      throw Refusal.of(Kind.INVALID_BODY, "table.utf8");
    }
  }

  static TableText of(Resource file) {
    try {
      return of(file.getContentAsByteArray());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** SHA-256 of the text. */
  public String checksum() {
    return Digest.sha256(value);
  }

  /** The rows, cell by cell; the first names the columns. */
  public List<List<String>> rows() {
    return Table.cells(as(""));
  }

  /** The lines, remarks included. */
  List<String> lines() {
    return value.lines().toList();
  }

  /** The text as the file that a reader of tables takes. */
  Resource as(String file) {
    return new ByteArrayResource(value.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getFilename() {
        return file;
      }
    };
  }
}
