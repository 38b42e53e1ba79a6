package org.chancery.instrument;

import static org.chancery.instrument.Rows.text;
import static org.chancery.instrument.Rows.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the register said before it was corrected. Events and decisions are appended, so what was
 * known of them earlier is a part of what is known now; the description and the deadlines are
 * corrected in place, and their earlier texts are kept here.
 */
@Repository
class Earlier {

  /** The number of the description among the texts of a case; a deadline has its own. */
  private static final int DESCRIPTION = 0;

  /** What one text said until it was corrected. */
  private record Superseded(int id, String state, @Nullable Reference parent) {}

  private final JdbcClient jdbc;
  private final Rows rows;

  Earlier(JdbcClient jdbc, Rows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** Keeps the description, which is corrected at the instant; the case is locked. */
  void keep(Instrument before, Instant at) {
    keep(before.reference(), DESCRIPTION, before.description(), text(before.parentReference()), at);
  }

  /** Keeps what is said of the deadline, which is corrected at the instant; the case is locked. */
  void keep(Reference reference, Milestone before, Instant at) {
    keep(reference, before.id(), NewMilestone.of(before), null, at);
  }

  private void keep(Reference reference, int id, Object said, @Nullable String parent, Instant at) {
    jdbc.sql(
            """
            insert into superseded (reference, id, number, state, parent_reference, superseded_at)
            select :reference, :id, coalesce(max(number), 0) + 1, :state, :parent, :at
            from superseded where reference = :reference and id = :id""")
        .param("reference", reference.value())
        .param("id", id)
        .param("state", rows.write(said))
        .param("parent", parent, java.sql.Types.VARCHAR)
        .param("at", timestamp(at))
        .update();
  }

  /**
   * The case as it was known at the instant, null standing for now; empty when it was opened later.
   * Its computed entry into force is left open: whoever judges it computes it.
   */
  Optional<CaseFile> at(CaseFile file, @Nullable Instant knownAt) {
    if (knownAt == null) {
      return Optional.of(file);
    }
    if (file.instrument().openedAt().isAfter(knownAt)) {
      return Optional.empty();
    }
    Map<Integer, Superseded> texts = textsAt(file.reference(), knownAt);
    return Optional.of(
        new CaseFile(
            at(file.instrument(), texts.get(DESCRIPTION)),
            file.milestones().stream()
                .filter(milestone -> !milestone.recordedAt().isAfter(knownAt))
                .map(milestone -> at(milestone, texts.get(milestone.id())))
                .toList(),
            file.events().stream().filter(event -> !event.recordedAt().isAfter(knownAt)).toList(),
            file.decisions().stream().flatMap(decision -> at(decision, knownAt)).toList()));
  }

  /** The cases whose description, before it was corrected, placed them under the case. */
  List<Reference> onceUnder(Reference parent) {
    return jdbc.sql("select distinct reference from superseded where parent_reference = ?")
        .param(parent.value())
        .query((row, number) -> new Reference(row.getString("reference")))
        .list();
  }

  /** Of each text that has been corrected since the instant, what it said at the instant. */
  private Map<Integer, Superseded> textsAt(Reference reference, Instant instant) {
    return jdbc
        .sql(
            """
            select id, state, parent_reference from superseded
            where reference = :reference and superseded_at > :instant order by id, number""")
        .param("reference", reference.value())
        .param("instant", timestamp(instant))
        .query(Earlier::superseded)
        .list()
        .stream()
        .collect(Collectors.toMap(Superseded::id, Function.identity(), (first, later) -> first));
  }

  private static Superseded superseded(ResultSet row, int number) throws SQLException {
    String parent = row.getString("parent_reference");
    return new Superseded(
        row.getInt("id"), row.getString("state"), parent == null ? null : new Reference(parent));
  }

  private Instrument at(Instrument now, @Nullable Superseded then) {
    return then == null
        ? now.inForceOn(null)
        : now.describedBy(rows.read(then.state(), Description.class), then.parent())
            .inForceOn(null);
  }

  private Milestone at(Milestone now, @Nullable Superseded then) {
    return then == null ? now : now.saying(rows.read(then.state(), NewMilestone.class));
  }

  private static Stream<Decision> at(Decision now, Instant instant) {
    if (now.decidedAt().isAfter(instant)) {
      return Stream.empty();
    }
    Instant settled = now.confirmedAt() == null ? now.withdrawnAt() : now.confirmedAt();
    return Stream.of(settled != null && settled.isAfter(instant) ? now.unconfirmed() : now);
  }
}
