package org.chancery.report.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.DaysLate;
import org.chancery.deadline.Due;
import org.chancery.instrument.Source;
import org.chancery.report.Item;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The columns of the report for people, in the language of the current reader. */
@Component
class SheetColumns {

  private final Reader reader;

  SheetColumns(Reader reader) {
    this.reader = reader;
  }

  /**
   * A column.
   *
   * @param label the key of what stands at its head
   * @param width how wide it is, in characters
   * @param value what it says of an item: a day, a number, or a text; null for nothing
   */
  record Column(String label, int width, Function<Item, @Nullable Object> value) {}

  /** All of them, in their order. */
  List<Column> all() {
    return List.of(
        new Column("page.sheet.reference", 15, item -> item.finding().subject().reference()),
        new Column("page.instrument", 50, item -> reader.title(item.title())),
        new Column("page.milestone", 24, this::what),
        new Column("page.sheet.name", 40, this::name),
        new Column("page.party", 16, item -> of(item.party(), reader::party)),
        new Column("page.body", 36, item -> of(item.finding().body(), reader::body)),
        new Column("page.status", 18, item -> reader.word("status", item.finding().status())),
        new Column("page.sheet.daysLateMin", 11, item -> late(item, DaysLate::min)),
        new Column("page.sheet.daysLateMax", 11, item -> late(item, DaysLate::max)),
        new Column("page.sheet.due", 13, item -> due(item, Due::latest)),
        new Column("page.sheet.earliest", 13, SheetColumns::earliest),
        new Column("page.sheet.stated", 24, this::stated),
        new Column("page.sheet.first", 13, item -> due(item, due -> of(due.first(), this::date))),
        new Column("page.sheet.zone", 14, item -> due(item, Due::zone)),
        new Column("page.stage", 20, item -> reader.word("stage", item.stage())),
        new Column("page.type", 18, item -> reader.word("type", item.type())),
        new Column("page.basis", 14, item -> reader.basis(item.finding().basis())),
        new Column("page.sheet.legalBasis", 36, item -> item.finding().legalBasis()),
        new Column("page.why.rule", 22, item -> item.finding().rule()),
        new Column("page.why.since", 13, item -> item.finding().firstHeldOn()),
        new Column("page.sheet.sources", 36, this::sources),
        new Column(
            "page.sheet.explanation", 80, item -> reader.text(item.finding().explanation())));
  }

  /** What kind of thing is due. */
  String what(Item item) {
    Item.Subject milestone = item.milestone();
    if (milestone != null) {
      return reader.word("milestone", milestone.kind());
    }
    return reader.text(
        Message.of(item.finding().subject().isCase() ? "page.wholeCase" : "page.target"));
  }

  /** What is to be done, or measured, by its name. */
  @Nullable String name(Item item) {
    Item.Subject milestone = item.milestone();
    return milestone == null ? item.quantity() : of(milestone.name(), reader::title);
  }

  private @Nullable String stated(Item item) {
    Due due = item.finding().due();
    if (due == null || due.statedAs() != null) {
      return due == null ? null : due.statedAs();
    }
    return of(due.edtf(), reader::date);
  }

  private static @Nullable LocalDate earliest(Item item) {
    Due due = item.finding().due();
    return due == null || due.earliest() == null || due.earliest().equals(due.latest())
        ? null
        : due.earliest();
  }

  private Object date(StatedDate stated) {
    LocalDate day = stated.earliest();
    return stated.isExact() && day != null ? day : reader.date(stated);
  }

  private @Nullable String sources(Item item) {
    return item.sources().stream().map(this::source).collect(Collectors.joining("; "));
  }

  private String source(Source source) {
    return source.date() == null
        ? source.outlet()
        : source.outlet() + ", " + reader.date(source.date());
  }

  private static <T> @Nullable T due(Item item, Function<Due, @Nullable T> part) {
    return of(item.finding().due(), part);
  }

  private static @Nullable Integer late(Item item, Function<DaysLate, Integer> part) {
    return of(item.finding().daysLate(), part);
  }

  private static <T, R> @Nullable R of(@Nullable T value, Function<T, @Nullable R> name) {
    return value == null ? null : name.apply(value);
  }
}
