package org.chancery.report.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.Due;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Standing;
import org.chancery.instrument.Event;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Title;
import org.chancery.report.Item;
import org.chancery.report.picture.Axis;
import org.chancery.report.picture.Lanes;
import org.chancery.report.web.Timeline.Mark;
import org.chancery.report.web.Timeline.Row;
import org.chancery.web.Locales;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the deadlines of one case, or of many, along an axis of days. */
@Component
class Timelines {

  private static final List<String> HEADS =
      List.of("page.milestone", "page.due", "page.picture.first", "page.status");

  private final Reader reader;

  Timelines(Reader reader) {
    this.reader = reader;
  }

  /**
   * A line of the picture before it has an axis.
   *
   * @param name what it is of
   * @param language the language of the name; null for the reader's
   * @param reference the instrument; null where the page is its own
   * @param href where more is told of it
   * @param pins what lies on it
   */
  private record Line(
      String name,
      @Nullable String language,
      @Nullable String reference,
      String href,
      List<Pin> pins) {}

  /**
   * The picture of one case: what happened on the first line, then a line for each deadline.
   *
   * @param day the day it is looked from
   */
  Timeline of(CaseSheet sheet, LocalDate day) {
    List<Line> lines = new ArrayList<>();
    List<List<String>> cells = new ArrayList<>();
    List<Pin> happened =
        sheet.events().stream()
            .filter(each -> each.correctedBy() == null)
            .flatMap(each -> Pin.of(each.event(), said(each.event())).stream())
            .toList();
    if (!happened.isEmpty()) {
      lines.add(new Line(reader.said("page.case.events"), null, null, "#events", happened));
    }
    for (CaseSheet.Deadline each : sheet.deadlines()) {
      Milestone milestone = each.milestone();
      Standing standing = each.standing();
      String name = name(milestone.kind(), milestone.name());
      String href = "#m" + milestone.id();
      String said = said(name, standing.due(), reader.word("status", standing.status()));
      Pin.of(href, said, standing.status(), standing.due(), standing.closedOn(), day)
          .ifPresent(pin -> lines.add(new Line(name, null, null, href, List.of(pin))));
      cells.add(cells(name, standing.due(), reader.word("status", standing.status())));
    }
    return drawn(lines, day, table(HEADS, cells));
  }

  /** The picture of these deadlines of the report: a line for each instrument, in their order. */
  Timeline of(List<Item> items, LocalDate day) {
    Map<Reference, Title> titles = new LinkedHashMap<>();
    Map<Reference, List<Pin>> pins = new LinkedHashMap<>();
    List<List<String>> cells = new ArrayList<>();
    for (Item item : items) {
      Finding finding = item.finding();
      Reference reference = finding.subject().reference();
      String name = item.milestone() == null ? reader.said("page.target") : name(item.milestone());
      String status = reader.word("status", finding.status());
      titles.put(reference, item.title());
      pins.computeIfAbsent(reference, each -> new ArrayList<>())
          .addAll(
              Pin.of(
                      href(finding),
                      said(name, finding.due(), status),
                      finding.status(),
                      finding.due(),
                      null,
                      day)
                  .stream()
                  .toList());
      List<String> row = new ArrayList<>(List.of(reference + " " + reader.title(item.title())));
      row.addAll(cells(name, finding.due(), status));
      cells.add(row);
    }
    List<Line> lines = new ArrayList<>();
    titles.forEach(
        (reference, title) ->
            lines.add(line(reference, title, Objects.requireNonNull(pins.get(reference)))));
    List<String> heads = Stream.concat(Stream.of("page.instrument"), HEADS.stream()).toList();
    return drawn(lines, day, table(heads, cells));
  }

  private Line line(Reference reference, Title title, List<Pin> pins) {
    return new Line(
        reader.title(title),
        reader.languageOf(title),
        reference.value(),
        "/instruments/" + reference,
        pins);
  }

  private Timeline drawn(List<Line> lines, LocalDate day, AsTable table) {
    List<LocalDate> days =
        lines.stream().flatMap(line -> line.pins().stream()).flatMap(Pin::days).toList();
    Axis axis = Axis.around(days, day, Locales.isRightToLeft(reader.locale()));
    List<Row> rows =
        lines.stream()
            .filter(line -> !line.pins().isEmpty())
            .map(
                line ->
                    new Row(
                        line.name(),
                        line.language(),
                        line.reference(),
                        line.href(),
                        lanes(line, axis)))
            .toList();
    return new Timeline(axis.ticks(), axis.stretch(day, day), rows, table);
  }

  private static List<List<Mark>> lanes(Line line, Axis axis) {
    return Lanes.of(line.pins().stream().map(pin -> pin.on(axis)).toList(), Mark::extent);
  }

  private static String href(Finding finding) {
    Integer milestone = finding.subject().milestone();
    String page = "/instruments/" + finding.subject().reference();
    return milestone == null ? page : page + "#m" + milestone;
  }

  private AsTable table(List<String> heads, List<List<String>> rows) {
    return new AsTable(heads.stream().map(reader::said).toList(), rows);
  }

  private List<String> cells(String name, @Nullable Due due, String status) {
    StatedDate first = due == null ? null : due.first();
    return List.of(name, date(due), first == null ? "" : reader.date(first), status);
  }

  private String name(Item.Subject milestone) {
    return name(milestone.kind(), milestone.name());
  }

  private String name(Object kind, @Nullable Title name) {
    String word = reader.word("milestone", kind);
    return name == null ? word : word + ": " + reader.title(name);
  }

  private String said(Event event) {
    return reader.said(
        "page.picture.event", reader.word("event", event.kind()), reader.date(event.on()));
  }

  private String said(String name, @Nullable Due due, String status) {
    return reader.said("page.picture.deadline", name, date(due), status);
  }

  private String date(@Nullable Due due) {
    if (due == null || (due.edtf() == null && due.latest() == null)) {
      return reader.said("page.unknown");
    }
    return due.edtf() == null
        ? reader.day(Objects.requireNonNull(due.latest()))
        : reader.date(due.edtf());
  }
}
