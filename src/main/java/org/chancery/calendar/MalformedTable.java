package org.chancery.calendar;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chancery.web.Catalogues;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/**
 * A table that cannot be used, with each place that is wrong. At the start it stops the start; of
 * what a lawyer puts forward it is told to her, in her language.
 */
public final class MalformedTable extends IllegalStateException {

  private static final long serialVersionUID = 1L;
  private static final Catalogues ENGLISH = new Catalogues("messages/problem");

  private final transient List<Fault> faults;

  /**
   * One wrong place of a table.
   *
   * @param line the line of the file, from 1; null when the table as a whole is wrong
   * @param column the column; null when the whole line is wrong
   * @param reason what is wrong there
   */
  public record Fault(@Nullable Long line, @Nullable String column, Message reason) {

    /** The place and the reason in one sentence. */
    public Message sentence() {
      if (line == null) {
        return reason;
      }
      return column == null
          ? Message.of("table.line", line.toString(), reason)
          : Message.of("table.cell", line.toString(), column, reason);
    }
  }

  /** The file with its faults. */
  public MalformedTable(String file, List<Fault> faults) {
    super(
        faults.stream()
            .map(fault -> file + " " + ENGLISH.getMessage(fault.sentence(), Locale.ENGLISH))
            .collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** The file that is wrong as a whole. */
  public static MalformedTable whole(String file, String code, Object... arguments) {
    return new MalformedTable(file, List.of(new Fault(null, null, Message.of(code, arguments))));
  }

  /** Each wrong place, in the order of the lines. */
  public List<Fault> faults() {
    return faults;
  }
}
