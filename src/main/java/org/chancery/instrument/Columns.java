package org.chancery.instrument;

import static org.chancery.instrument.Rows.timestamp;

import java.util.Collection;
import java.util.List;
import org.chancery.access.BodyCode;
import org.chancery.database.Insertion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How cases, and what belongs to them, come into the tables of the register. */
@Component
class Columns {

  /**
   * A row of what belongs to a case.
   *
   * @param of the case
   */
  record Row<T>(Reference of, T what) {

    static <T> List<Row<T>> of(Reference reference, Collection<T> all) {
      return all.stream().map(what -> new Row<>(reference, what)).toList();
    }
  }

  /**
   * A case that is new.
   *
   * @param stage the one it is at
   */
  record Opened(Instrument instrument, Stage stage) {

    private Description description() {
      return instrument.description();
    }
  }

  /** Which State is party to which case. */
  static final Insertion<Row<PartyCode>> PARTY =
      Columns.<PartyCode>into("party").text("code", Row::what);

  /** Which body may see which case. */
  static final Insertion<Row<BodyCode>> INVOLVEMENT =
      Columns.<BodyCode>into("involvement").text("body", Row::what);

  /** Which word stands in which case. */
  static final Insertion<Row<String>> WORD =
      Columns.<String>into("case_word").text("word", Row::what);

  final Insertion<Opened> instrument;
  final Insertion<Row<Milestone>> milestone;
  final Insertion<Row<Event>> event;

  Columns(Rows rows) {
    this.instrument =
        Insertion.<Opened>into("instrument")
            .text("reference", row -> row.instrument().reference())
            .text("slug", row -> row.description().slug())
            .text("type", row -> row.description().type())
            .text("stage", Opened::stage)
            .text("responsible_body", row -> row.description().responsibleBody())
            .text("parent_reference", row -> row.instrument().parentReference())
            .text("parent_relation", row -> relation(row.description()))
            .text("description", row -> rows.write(row.description()))
            .text("opened_by", row -> row.instrument().openedBy())
            .instant("opened_at", row -> timestamp(row.instrument().openedAt()))
            .instant("updated_at", row -> timestamp(row.instrument().openedAt()))
            .number("version", row -> row.instrument().version());
    this.milestone =
        Columns.<Milestone>into("milestone")
            .number("id", row -> row.what().id())
            .text("kind", row -> row.what().kind())
            .text("name", row -> rows.write(row.what().name()))
            .text("due", row -> row.what().due())
            .text("planned", row -> row.what().planned())
            .text("stated_as", row -> row.what().statedAs())
            .text("body", row -> row.what().body())
            .text("party", row -> row.what().party())
            .text("basis", row -> row.what().basis())
            .text("source", row -> rows.write(row.what().source()))
            .text("term", row -> term(row.what()))
            .number("term_event", row -> termEvent(row.what()))
            .instant("recorded_at", row -> timestamp(row.what().recordedAt()));
    this.event =
        Columns.<Event>into("event")
            .number("id", row -> row.what().id())
            .text("kind", row -> row.what().kind())
            .text("party", row -> row.what().party())
            .number("milestone", row -> row.what().milestone())
            .text("happened_on", row -> row.what().on())
            .text("for_date", row -> row.what().forDate())
            .text("place", row -> row.what().place())
            .text("act", row -> row.what().act())
            .text("note", row -> row.what().note())
            .text("remark", row -> row.what().remark())
            .text("reason", row -> row.what().reason())
            .number("refers_to", row -> row.what().refersTo())
            .number("corrects", row -> row.what().corrects())
            .text("source", row -> rows.write(row.what().source()))
            .text("body", row -> row.what().body())
            .text("recorded_by", row -> row.what().recordedBy())
            .instant("recorded_at", row -> timestamp(row.what().recordedAt()));
  }

  private static <T> Insertion<Row<T>> into(String table) {
    return Insertion.<Row<T>>into(table).text("reference", Row::of);
  }

  /** How the case stands to the one that it stands under. */
  static @Nullable String relation(Description description) {
    return description.parent() == null ? null : description.parent().relation().name();
  }

  private static @Nullable String term(Milestone milestone) {
    return milestone.statutory() == null ? null : milestone.statutory().id();
  }

  private static @Nullable Integer termEvent(Milestone milestone) {
    return milestone.statutory() == null ? null : milestone.statutory().event();
  }
}
