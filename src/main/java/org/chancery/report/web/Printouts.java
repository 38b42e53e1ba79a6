package org.chancery.report.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.access.BodyCode;
import org.chancery.deadline.DaysLate;
import org.chancery.deadline.Due;
import org.chancery.deadline.Status;
import org.chancery.report.Item;
import org.chancery.report.web.Printout.Cell;
import org.chancery.report.web.Printout.Part;
import org.chancery.web.Locales;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lays the report out for paper, in the language of the current reader. What lays out the page
 * knows no columns from the right, so in such a language they come in the opposite order.
 */
@Component
class Printouts {

  private static final List<String> HEADS =
      List.of(
          "page.instrument",
          "page.milestone",
          "page.party",
          "page.due",
          "page.daysLate",
          "page.status");

  private final Reader reader;
  private final SheetColumns columns;
  private final Narrowed narrowed;

  Printouts(Reader reader, SheetColumns columns, Narrowed narrowed) {
    this.reader = reader;
    this.narrowed = narrowed;
    this.columns = columns;
  }

  /** The items of the answer, laid out. */
  Printout of(Answered answer, List<Item> items) {
    return new Printout(
        reader.locale(),
        reader.day(answer.asOf()),
        reader.minute(answer.knownAt()),
        narrowed.by(answer.asked()),
        totals(items),
        directed(HEADS.stream().map(key -> reader.text(Message.of(key))).toList()),
        parts(items));
  }

  private List<String> totals(List<Item> items) {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    items.forEach(item -> counts.merge(item.finding().status(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(each -> reader.word("status", each.getKey()) + ": " + each.getValue())
        .toList();
  }

  private List<Part> parts(List<Item> items) {
    Map<Optional<BodyCode>, List<List<Cell>>> byBody = new LinkedHashMap<>();
    for (Item item : items) {
      byBody
          .computeIfAbsent(Optional.ofNullable(item.finding().body()), body -> new ArrayList<>())
          .add(directed(row(item)));
    }
    return byBody.entrySet().stream()
        .map(each -> new Part(each.getKey().map(reader::body).orElse(null), each.getValue()))
        .toList();
  }

  private List<Cell> row(Item item) {
    String reference = item.finding().subject().reference().value();
    return List.of(
        new Cell("instrument", reference, List.of(reader.title(item.title()))),
        new Cell("what", columns.what(item), some(columns.name(item))),
        new Cell("party", item.party() == null ? "" : reader.party(item.party()), List.of()),
        due(item.finding().due()),
        new Cell("late", late(item.finding().daysLate()), List.of()),
        new Cell(
            "status",
            reader.word("status", item.finding().status()),
            some(reader.basis(item.finding().basis()))));
  }

  private Cell due(@Nullable Due due) {
    if (due == null) {
      return new Cell("due", "", List.of());
    }
    String first = due.first() == null ? null : reader.text(Message.of("page.firstDue", date(due)));
    return new Cell("due", days(due), some(due.statedAs(), first));
  }

  private String date(Due due) {
    return reader.date(Objects.requireNonNull(due.first()));
  }

  private String days(Due due) {
    if (due.latest() == null) {
      return reader.text(Message.of("page.unknown"));
    }
    String latest = reader.day(due.latest());
    return due.earliest() == null || due.earliest().equals(due.latest())
        ? latest
        : reader.day(due.earliest()) + " – " + latest;
  }

  private static String late(@Nullable DaysLate late) {
    if (late == null || late.max() == 0) {
      return "";
    }
    return late.min() == late.max() ? "" + late.max() : late.min() + "–" + late.max();
  }

  private static List<String> some(@Nullable String... texts) {
    return Stream.of(texts).filter(Objects::nonNull).toList();
  }

  private <T> List<T> directed(List<T> cells) {
    List<T> order = new ArrayList<>(cells);
    if (Locales.isRightToLeft(reader.locale())) {
      Collections.reverse(order);
    }
    return List.copyOf(order);
  }
}
