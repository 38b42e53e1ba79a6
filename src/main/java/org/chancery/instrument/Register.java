package org.chancery.instrument;

import static org.chancery.instrument.Rows.text;
import static org.chancery.instrument.Rows.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.BodyCode;
import org.chancery.database.Insertions;
import org.chancery.instrument.Columns.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the register. */
@Repository
class Register {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final Rows rows;
  private final Columns columns;
  private final Earlier earlier;
  private final Concordance concordance;
  private final Held held;
  private final CaseNumbering numbers;

  Register(
      JdbcClient jdbc,
      JdbcTemplate batch,
      Rows rows,
      Columns columns,
      Earlier earlier,
      Concordance concordance,
      Held held,
      CaseNumbering numbers) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.rows = rows;
    this.columns = columns;
    this.earlier = earlier;
    this.concordance = concordance;
    this.held = held;
    this.numbers = numbers;
  }

  Reference nextReference(int year) {
    return Reference.of(year, numbers.next());
  }

  /**
   * Adds a case with its deadlines and events.
   *
   * @throws DuplicateKeyException when its slug is taken
   */
  void insert(CaseFile file, Stage stage) {
    Instrument instrument = file.instrument();
    Reference reference = instrument.reference();
    Set<BodyCode> involved = involved(instrument.description(), file.milestones());
    Insertions rows =
        new Insertions()
            .add(columns.instrument, List.of(new Columns.Opened(instrument, stage)))
            .add(Columns.PARTY, parties(reference, instrument.description()))
            .add(columns.milestone, Row.of(reference, file.milestones()))
            .add(columns.event, Row.of(reference, file.events()))
            .add(Columns.INVOLVEMENT, Row.of(reference, involved));
    concordance.add(file, rows);
    rows.write(batch);
    held.hold(reference);
    involved.forEach(body -> held.involve(reference, body));
    held.keep(
        new CaseFile(instrument.inForceOn(null), file.milestones(), file.events()), stage.name());
  }

  Optional<CaseFile> find(Reference reference) {
    return find(List.of(reference)).stream().findFirst();
  }

  /** Those of the cases that there are, by reference. */
  List<CaseFile> find(Collection<Reference> references) {
    List<CaseFile> found = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Reference each : new LinkedHashSet<>(references)) {
      held.file(each).ifPresentOrElse(found::add, () -> unknown.add(each.value()));
    }
    found.addAll(kept(rows(unknown, "")));
    found.sort(Comparator.comparing(CaseFile::reference));
    return found;
  }

  /** Those of the cases to which another one stands in the relation. */
  Set<Reference> targets(Collection<Reference> references, Relation relation) {
    if (references.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct parent_reference from instrument
                where parent_reference in (:references) and parent_relation = :relation""")
            .param("references", references.stream().map(Reference::value).toList())
            .param("relation", relation.name())
            .query((row, number) -> new Reference(row.getString(1)))
            .list());
  }

  /**
   * A row of a case.
   *
   * @param stage the name of the stage that the register keeps of it
   */
  private record Kept(Instrument instrument, String stage) {}

  private List<Kept> rows(List<String> references, String locking) {
    return references.isEmpty()
        ? List.of()
        : jdbc.sql(
                "select * from instrument where reference in (:references) order by reference"
                    + locking)
            .param("references", references)
            .query((row, number) -> new Kept(rows.instrument(row, number), row.getString("stage")))
            .list();
  }

  /** The cases of the rows, kept where they are held. */
  private List<CaseFile> kept(List<Kept> rows) {
    Map<Reference, String> stages =
        rows.stream().collect(Collectors.toMap(row -> row.instrument().reference(), Kept::stage));
    List<CaseFile> files = files(rows.stream().map(Kept::instrument).toList());
    files.forEach(file -> held.keep(file, Objects.requireNonNull(stages.get(file.reference()))));
    return files;
  }

  /**
   * Locks the cases against other writers, until the transaction ends, and reads them.
   *
   * @return whether any of them was not locked before
   */
  boolean hold(Collection<Reference> references) {
    List<String> free =
        references.stream().filter(each -> !held.holds(each)).map(Reference::value).toList();
    List<Kept> locked = rows(free, " for update");
    references.forEach(held::hold);
    kept(locked);
    return !free.isEmpty();
  }

  /** Locks the case against other writers and counts its version up. */
  CaseFile lock(Reference reference, Instant at) {
    jdbc.sql(
            """
            update instrument set version = version + 1, updated_at = :at
            where reference = :reference""")
        .param("at", timestamp(at))
        .param("reference", reference.value())
        .update();
    held.hold(reference);
    held.change(reference, file -> file.changedAt(at));
    return find(reference).orElseThrow();
  }

  /** What is kept of each of the cases that was derived. */
  Map<Reference, Derived> derived(Collection<Reference> references) {
    Map<Reference, Derived> derived = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    for (Reference each : references) {
      held.stage(each)
          .flatMap(stage -> held.file(each).map(file -> Derived.of(file, stage)))
          .ifPresentOrElse(kept -> derived.put(each, kept), () -> unknown.add(each.value()));
    }
    if (!unknown.isEmpty()) {
      jdbc.sql(
              """
              select reference, stage, in_force,
                (select count(*) from milestone m where m.reference = i.reference)
              from instrument i where reference in (:references)""")
          .param("references", unknown)
          .query(
              (RowCallbackHandler)
                  row ->
                      derived.put(
                          new Reference(row.getString(1)),
                          new Derived(row.getString(2), row.getString(3), row.getInt(4))));
    }
    return derived;
  }

  /** In one call of the database, however many. */
  void insert(Reference reference, List<Milestone> milestones) {
    held.change(reference, file -> file.with(milestones));
    new Insertions().add(columns.milestone, Row.of(reference, milestones)).write(batch);
  }

  /** Corrects a deadline at the instant, and keeps what was said of it; the case is locked. */
  void update(Reference reference, Milestone milestone, Instant at) {
    held.forget(reference);
    earlier.keep(reference, milestone(reference, milestone.id()), at);
    jdbc.sql(
            """
            update milestone set kind = :kind, name = :name, due = :due, planned = :planned,
              stated_as = :statedAs, body = :body, party = :party, basis = :basis, source = :source
            where reference = :reference and id = :id""")
        .param("kind", milestone.kind().name())
        .param("name", rows.write(milestone.name()))
        .param("due", text(milestone.due()))
        .param("planned", text(milestone.planned()))
        .param("statedAs", milestone.statedAs())
        .param("body", text(milestone.body()))
        .param("party", text(milestone.party()))
        .param("basis", text(milestone.basis()))
        .param("source", rows.write(milestone.source()))
        .param("reference", reference.value())
        .param("id", milestone.id())
        .update();
  }

  private Milestone milestone(Reference reference, int id) {
    return jdbc.sql("select * from milestone where reference = ? and id = ?")
        .params(reference.value(), id)
        .query(rows::milestone)
        .single();
  }

  void insert(Reference reference, Event event) {
    held.change(reference, file -> file.with(event));
    Insertions rows = new Insertions().add(columns.event, Row.of(reference, List.of(event)));
    concordance.add(reference, event, rows);
    rows.write(batch);
  }

  void insert(Reference reference, Decision decision) {
    held.change(reference, file -> file.with(decision));
    jdbc.sql(
            """
            insert into decision (reference, id, milestone, kind, from_date, to_date, reason,
              authority, body, decided_by, decided_at)
            values (:reference, :id, :milestone, :kind, :from, :to, :reason, :authority, :body,
              :by, :at)""")
        .param("reference", reference.value())
        .param("id", decision.id())
        .param("milestone", decision.milestone())
        .param("kind", decision.kind().name())
        .param("from", text(decision.from()))
        .param("to", text(decision.to()))
        .param("reason", decision.reason())
        .param("authority", decision.authority())
        .param("body", text(decision.body()))
        .param("by", decision.decidedBy())
        .param("at", timestamp(decision.decidedAt()))
        .update();
  }

  /** Writes what became of a waiver: who confirmed or withdrew it, and when. */
  void update(Reference reference, Decision waiver) {
    held.forget(reference);
    jdbc.sql(
            """
            update decision set confirmed_by = :confirmedBy, confirmed_at = :confirmedAt,
              withdrawn_by = :withdrawnBy, withdrawn_at = :withdrawnAt
            where reference = :reference and id = :id""")
        .param("confirmedBy", waiver.confirmedBy())
        .param("confirmedAt", optional(waiver.confirmedAt()))
        .param("withdrawnBy", waiver.withdrawnBy())
        .param("withdrawnAt", optional(waiver.withdrawnAt()))
        .param("reference", reference.value())
        .param("id", waiver.id())
        .update();
  }

  /** The waivers proposed in the name of the bodies that wait for their confirmation. */
  List<Decisions.Proposed> proposed(Set<BodyCode> bodies, int limit) {
    return jdbc.sql(
            """
            select * from decision
            where body in (:bodies) and kind = 'WAIVER' and confirmed_at is null
              and withdrawn_at is null
            order by decided_at, reference, id limit :limit""")
        .param("bodies", bodies.stream().map(BodyCode::value).toList())
        .param("limit", limit)
        .query(this::proposed)
        .list();
  }

  /** The waivers in the cases that wait for their confirmation. */
  List<Decisions.Proposed> proposedIn(Collection<Reference> references) {
    return references.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select * from decision
                where reference in (:references) and kind = 'WAIVER' and confirmed_at is null
                  and withdrawn_at is null""")
            .param("references", references.stream().map(Reference::value).toList())
            .query(this::proposed)
            .list();
  }

  private Decisions.Proposed proposed(ResultSet row, int number) throws SQLException {
    return new Decisions.Proposed(
        new Reference(row.getString("reference")), rows.decision(row, number));
  }

  private static @Nullable OffsetDateTime optional(@Nullable Instant instant) {
    return instant == null ? null : timestamp(instant);
  }

  /** Corrects what describes the case at the instant, and keeps what did; the case is locked. */
  void describe(CaseFile file, Stage stage, Instant at) {
    held.forget(file.reference());
    rows(List.of(file.reference().value()), "")
        .forEach(before -> earlier.keep(before.instrument(), at));
    Description description = file.description();
    String reference = file.reference().value();
    jdbc.sql(
            """
            update instrument set slug = :slug, type = :type, stage = :stage,
              responsible_body = :body, parent_reference = :parent, parent_relation = :relation,
              description = :description
            where reference = :reference""")
        .param("slug", description.slug())
        .param("type", description.type().name())
        .param("stage", stage.name())
        .param("body", text(description.responsibleBody()))
        .param("parent", text(file.instrument().parentReference()))
        .param("relation", Columns.relation(description))
        .param("description", rows.write(description))
        .param("reference", reference)
        .update();
    concordance.write(file);
    jdbc.sql("delete from party where reference = ?").param(reference).update();
    new Insertions().add(Columns.PARTY, parties(file.reference(), description)).write(batch);
    involve(file.reference(), involved(description, file.milestones()));
  }

  /** Writes what was derived: the stage and the computed entry into force of the file. */
  void derive(CaseFile file, Derived derived) {
    held.change(file.reference(), each -> each.inForceOn(file.instrument().inForce()));
    held.change(file.reference(), derived.stage());
    jdbc.sql(
            """
            update instrument set stage = :stage, in_force = :inForce
            where reference = :reference""")
        .param("stage", derived.stage())
        .param("inForce", derived.inForce())
        .param("reference", file.reference().value())
        .update();
  }

  /** Lets the bodies see the case from now on. */
  void involve(Reference reference, Set<BodyCode> bodies) {
    bodies.stream()
        .filter(body -> held.involve(reference, body))
        .forEach(
            body ->
                jdbc.sql(
                        """
                        insert into involvement (reference, body)
                        select :reference, :body where not exists (
                          select 1 from involvement where reference = :reference and body = :body)""")
                    .param("reference", reference.value())
                    .param("body", body.value())
                    .update());
  }

  CaseFile file(Instrument instrument) {
    return files(List.of(instrument)).get(0);
  }

  /** The cases with all that belongs to them, asked for once, however many. */
  List<CaseFile> files(List<Instrument> instruments) {
    List<String> references = instruments.stream().map(each -> each.reference().value()).toList();
    Map<String, List<Milestone>> milestones = of(references, "milestone", rows::milestone);
    Map<String, List<Event>> events = of(references, "event", rows::event);
    Map<String, List<Decision>> decisions = of(references, "decision", rows::decision);
    return instruments.stream()
        .map(
            instrument -> {
              String reference = instrument.reference().value();
              return new CaseFile(
                  instrument,
                  milestones.getOrDefault(reference, List.of()),
                  events.getOrDefault(reference, List.of()),
                  decisions.getOrDefault(reference, List.of()));
            })
        .toList();
  }

  private <T> Map<String, List<T>> of(List<String> references, String table, RowMapper<T> mapper) {
    if (references.isEmpty()) {
      return Map.of();
    }
    Map<String, List<T>> byReference = new HashMap<>();
    jdbc.sql("select * from " + table + " where reference in (:references) order by reference, id")
        .param("references", references)
        .query(
            (RowCallbackHandler)
                row ->
                    byReference
                        .computeIfAbsent(row.getString("reference"), each -> new ArrayList<>())
                        .add(Objects.requireNonNull(mapper.mapRow(row, 0))));
    return byReference;
  }

  private static List<Row<PartyCode>> parties(Reference reference, Description description) {
    return Row.of(reference, description.parties().stream().map(Party::code).toList());
  }

  private static Set<BodyCode> involved(Description description, List<Milestone> milestones) {
    Set<BodyCode> bodies = new LinkedHashSet<>();
    bodies.add(description.responsibleBody());
    bodies.addAll(description.participants());
    milestones.stream().map(Milestone::body).filter(Objects::nonNull).forEach(bodies::add);
    return bodies;
  }
}
