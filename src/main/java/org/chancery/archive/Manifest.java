package org.chancery.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an archive says of itself, in its last entry.
 *
 * @param format how it is written; a program reads only formats it knows
 * @param program the version of the program that wrote it
 * @param exportedAt as of when, in UTC (RFC 3339)
 * @param home the State whose house it is from
 * @param lastCaseNumber the last number that a case was given; 0 for none
 * @param journal how the journal ends
 * @param texts how many texts there are
 * @param entries all entries but this one and the texts, which {@code content.jsonl} lists
 */
record Manifest(
    int format,
    String program,
    String exportedAt,
    String home,
    int lastCaseNumber,
    Journal journal,
    Texts texts,
    List<Entry> entries) {

  /** The format that this program writes and reads. */
  static final int FORMAT = 1;

  static final String NAME = "manifest.json";

  /**
   * How the journal ends.
   *
   * @param cases how many cases have entries
   * @param entries how many entries there are
   * @param root SHA-256 over the reference, a space, the last hash and a line feed of each case
   */
  record Journal(long cases, long entries, String root) {}

  /**
   * The texts.
   *
   * @param count how many
   * @param bytes how long they are together
   */
  record Texts(long count, long bytes) {

    private static final long MOST = 1L << 50;

    Texts {
      if (count < 0 || bytes < 0 || count > MOST || bytes > MOST) {
        throw new IllegalArgumentException(count + " texts of " + bytes + " bytes");
      }
    }
  }

  /**
   * An entry.
   *
   * @param name its name
   * @param rows how many lines it has, a row each; null where it has no rows
   * @param bytes how long it is
   * @param sha256 its SHA-256, in hexadecimal
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(String name, @Nullable Long rows, long bytes, String sha256) {}

  Manifest {
    Stream.of(program, exportedAt, home, journal, texts).forEach(Objects::requireNonNull);
    entries = List.copyOf(entries);
    if (!CaseNumbers.isNumber(lastCaseNumber)) {
      throw new IllegalArgumentException("no number of a case: " + lastCaseNumber);
    }
  }

  /** The entry with the name. */
  Optional<Entry> entry(String name) {
    return entries.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** How many rows the table has. */
  long rows(Table table) {
    return entry(table.entry()).map(Entry::rows).orElse(0L);
  }

  /** How long all is that it tells of. */
  long bytes() {
    return texts.bytes() + entries.stream().mapToLong(Entry::bytes).sum();
  }
}
