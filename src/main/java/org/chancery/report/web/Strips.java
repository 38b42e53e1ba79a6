package org.chancery.report.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Stage;
import org.chancery.instrument.Title;
import org.chancery.report.picture.Axis;
import org.chancery.report.picture.Stretch;
import org.chancery.report.picture.Tick;
import org.chancery.report.picture.Way;
import org.chancery.web.Locales;
import org.springframework.stereotype.Component;

/** Draws the way of cases through their stages: a strip for each case. */
@Component
class Strips {

  private final Reader reader;

  Strips(Reader reader) {
    this.reader = reader;
  }

  /**
   * The strips along one axis.
   *
   * @param ticks the days that are named along it
   * @param rows a strip for each case
   * @param stages the stages that occur, in their order, for the legend
   * @param table the same as a table
   */
  record Picture(List<Tick> ticks, List<Row> rows, List<Stage> stages, AsTable table) {

    /** Whether there is anything to draw. */
    public boolean isEmpty() {
      return rows.isEmpty();
    }
  }

  /**
   * The strip of a case.
   *
   * @param name its title
   * @param language the language of the title, ISO 639-1
   * @param reference the case
   * @param last the stage it has come to, and since when, in one sentence
   * @param parts its stages, one after the other
   */
  record Row(String name, String language, String reference, String last, List<Part> parts) {}

  /**
   * A stage of a case.
   *
   * @param stage the stage
   * @param said the stage and its days, in one sentence
   * @param where its days lie
   */
  record Part(Stage stage, String said, Stretch where) {

    /** Whether its name may stand in it. */
    public boolean isRoomy() {
      return where.width() > 9;
    }
  }

  private record Walked(CaseFile file, Way way) {}

  /** The strips of the cases, as they are seen from the day. */
  Picture of(List<CaseFile> files, LocalDate day) {
    List<Walked> walked =
        files.stream()
            .map(file -> new Walked(file, Way.of(file, day)))
            .filter(each -> !each.way().parts().isEmpty())
            .toList();
    List<LocalDate> begun = walked.stream().map(each -> each.way().parts().get(0).from()).toList();
    Axis axis = Axis.around(begun, day, Locales.isRightToLeft(reader.locale()));
    return new Picture(
        axis.ticks(),
        walked.stream().map(each -> row(each, axis)).toList(),
        walked.stream().flatMap(Strips::stages).distinct().sorted().toList(),
        new AsTable(heads(), walked.stream().flatMap(this::cells).toList()));
  }

  private static Stream<Stage> stages(Walked walked) {
    return walked.way().parts().stream().map(Way.Part::stage);
  }

  private Row row(Walked walked, Axis axis) {
    Title title = walked.file().description().title();
    return new Row(
        reader.title(title),
        reader.languageOf(title),
        walked.file().reference().value(),
        last(walked.way()),
        walked.way().parts().stream()
            .map(part -> new Part(part.stage(), said(part), axis.stretch(part.from(), part.to())))
            .toList());
  }

  private String last(Way way) {
    Way.Part last = way.parts().get(way.parts().size() - 1);
    return reader.said(
        "page.picture.since", reader.word("stage", last.stage()), reader.day(last.from()));
  }

  private String said(Way.Part part) {
    return reader.said(
        "page.picture.stage",
        reader.word("stage", part.stage()),
        reader.day(part.from()),
        reader.day(part.to()));
  }

  private Stream<List<String>> cells(Walked walked) {
    CaseFile file = walked.file();
    return walked.way().parts().stream()
        .map(
            part ->
                List.of(
                    file.reference() + " " + reader.title(file.description().title()),
                    reader.word("stage", part.stage()),
                    reader.day(part.from()),
                    reader.day(part.to())));
  }

  private List<String> heads() {
    return List.of(
        reader.said("page.instrument"),
        reader.said("page.stage"),
        reader.said("page.picture.from"),
        reader.said("page.picture.to"));
  }
}
