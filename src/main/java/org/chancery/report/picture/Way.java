package org.chancery.report.picture;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Event;
import org.chancery.instrument.Stage;

/**
 * The way of a case through its stages up to a day, as the record tells it on that day.
 *
 * @param parts one after the other, without a gap
 */
public record Way(List<Part> parts) {

  /**
   * The days spent in one stage.
   *
   * @param stage the stage
   * @param from the first of them
   * @param to the last of them: the day before the next stage, or the day looked from
   */
  public record Part(Stage stage, LocalDate from, LocalDate to) {}

  /** An immutable copy. */
  public Way {
    parts = List.copyOf(parts);
  }

  /** The way from the opening of the case, or what first happened in it, up to the day. */
  public static Way of(CaseFile file, LocalDate day) {
    List<Part> parts = new ArrayList<>();
    LocalDate from = null;
    Stage stage = null;
    for (LocalDate turn : turns(file, day)) {
      Stage then = file.stage(turn);
      if (from != null && stage != null && then != stage) {
        parts.add(new Part(stage, from, turn.minusDays(1)));
      }
      if (then != stage) {
        from = turn;
        stage = then;
      }
    }
    if (from != null && stage != null) {
      parts.add(new Part(stage, from, day));
    }
    return new Way(parts);
  }

  /** The days on which the stage may have changed. */
  private static NavigableSet<LocalDate> turns(CaseFile file, LocalDate day) {
    NavigableSet<LocalDate> turns = new TreeSet<>();
    turns.add(file.instrument().openedAt().atZone(ZoneOffset.UTC).toLocalDate());
    Stream.of(
            file.standing().stream().map(Way::dayOf),
            Stream.ofNullable(file.instrument().inForce()).map(StatedDate::latest),
            file.decisions().stream()
                .map(Decision::effectiveAt)
                .filter(Objects::nonNull)
                .map(at -> at.atZone(ZoneOffset.UTC).toLocalDate()))
        .flatMap(days -> days)
        .filter(Objects::nonNull)
        .forEach(turns::add);
    turns.removeIf(turn -> turn.isAfter(day));
    return turns;
  }

  /** The day from which it surely had happened. */
  private static LocalDate dayOf(Event event) {
    LocalDate latest = event.on().latest();
    return latest == null ? event.recordedAt().atZone(ZoneOffset.UTC).toLocalDate() : latest;
  }
}
