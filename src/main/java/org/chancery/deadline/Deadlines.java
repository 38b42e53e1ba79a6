package org.chancery.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.BodyCode;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.Viewpoint;
import org.chancery.document.Documents;
import org.chancery.document.Papers;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.CasesOpened;
import org.chancery.instrument.Description;
import org.chancery.instrument.Hindsight;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.NumberingMilestones;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Relation;
import org.chancery.web.InvalidValue;
import org.chancery.web.OfTransaction;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the rules say of the register's cases: at any point in time when asked, and at each change
 * in its own transaction, so that stage and tasks are never behind the record.
 */
@Component
@Transactional
public class Deadlines {

  private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

  private final Judge judge;
  private final HouseTables tables;
  private final Instruments instruments;
  private final Hindsight hindsight;
  private final Documents documents;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  /** What this transaction has said of cases, the last of each. */
  private final OfTransaction<Map<Reference, Judgement>> said = new OfTransaction<>(HashMap::new);

  Deadlines(
      Judge judge,
      HouseTables tables,
      Instruments instruments,
      Hindsight hindsight,
      Documents documents,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.judge = judge;
    this.tables = tables;
    this.instruments = instruments;
    this.hindsight = hindsight;
    this.documents = documents;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** The day this house began to work; most terms bind only from then on. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public LocalDate houseStart() {
    return tables.houseStart();
  }

  /** What the rules say of the case now. */
  @Transactional(readOnly = true)
  public Judgement judge(CaseFile file) {
    return judge(file, Viewpoint.now(clock));
  }

  /** How the deadlines of the case stand now; its papers need not be looked at. */
  @Transactional(readOnly = true)
  public Judgement judgeDeadlines(CaseFile file) {
    return said.ifThere()
        .map(cases -> cases.get(file.reference()))
        .filter(judgement -> judgement.file().equals(file))
        .orElseGet(() -> judge(file, Viewpoint.now(clock), Papers.UNKNOWN));
  }

  /** What the rules say, from the viewpoint, of the case as it was known there. */
  @Transactional(readOnly = true)
  public Judgement judge(CaseFile file, Viewpoint from) {
    return judge(file, from, documents.papers(file, from.knownAt()));
  }

  /** The papers of each of the cases as they were known then, for who judges many. */
  Papers.OfCases papers(Collection<CaseFile> files, @Nullable Instant knownAt) {
    return documents.papers(files, knownAt);
  }

  /** What the rules say of the case, from the viewpoint, whose papers were looked for before. */
  @Transactional(readOnly = true)
  Judgement judge(CaseFile file, Viewpoint from, Papers papers) {
    Kin kin = kin(file, papers, from.knownAt());
    return judge.judge(file, kin, from.asOf(), tables.inForceAt(from.knownAt()));
  }

  /**
   * The same, but empty where the case makes a rule fail: it must not keep anybody from reading of
   * the others. The log says why.
   */
  @Transactional(readOnly = true)
  Optional<Judgement> judgeIfPossible(CaseFile file, Viewpoint from, Papers papers) {
    Kin kin = kin(file, papers, from.knownAt());
    return judgeIfPossible(file, kin, from.asOf(), tables.inForceAt(from.knownAt()));
  }

  private Optional<Judgement> judgeIfPossible(CaseFile file, Kin kin, AsOf asOf, Tables by) {
    try {
      return Optional.of(judge.judge(file, kin, asOf, by));
    } catch (RuntimeException failure) {
      LOG.error("{} could not be judged", file.reference(), failure);
      return Optional.empty();
    }
  }

  /** What the rules say of the case at the point in time, by these tables. */
  @Transactional(readOnly = true)
  Judgement judge(CaseFile file, AsOf asOf, Papers papers, Tables by) {
    return judge.judge(file, kin(file, papers, null), asOf, by);
  }

  /** When the instrument enters into force, as a whole and for each party, as it is known now. */
  @Transactional(readOnly = true)
  public EntryIntoForce entryIntoForce(CaseFile file) {
    return entryIntoForce(file, Viewpoint.now(clock));
  }

  /** When the instrument enters into force, from what had happened by then, as it was known. */
  @Transactional(readOnly = true)
  public EntryIntoForce entryIntoForce(CaseFile file, Viewpoint from) {
    return judge.entryIntoForce(file, from.asOf());
  }

  /** How many days the step of the ladder waits, for a deadline of the kind and body. */
  public int days(Ladder step, @Nullable MilestoneKind kind, BodyCode body) {
    return tables.inForceAt(null).thresholds().days(step, kind, body);
  }

  /** The rules with their basis. */
  public List<Rule> catalogue() {
    return judge.catalogue();
  }

  /**
   * The id of a rule, for whoever asks for what it found in a parameter {@code rule}; null where
   * none is named.
   *
   * @throws Refusal when there is no such rule
   */
  public @Nullable String knownRule(@Nullable String id) {
    if (id == null || id.isBlank()) {
      return null;
    }
    List<String> ids = catalogue().stream().map(Rule::id).sorted().toList();
    if (!ids.contains(id)) {
      var wrong = new InvalidValue("field.choice", id, String.join(", ", ids));
      throw Refusal.parameter("rule", wrong.reason());
    }
    return id;
  }

  /**
   * Judges the case anew and tells the house: its entry into force, its stage and the deadlines
   * that statutory terms set are computed again. Doing it twice changes nothing.
   */
  public void rejudge(Reference reference) {
    rejudge(List.of(reference));
  }

  /** The same, of cases that are judged together: all of them, or none where one makes it fail. */
  void rejudge(List<Reference> references) {
    rejudge(references, false);
  }

  private void rejudge(List<Reference> references, boolean areNew) {
    if (references.isEmpty()) {
      return;
    }
    instruments.hold(references);
    derive(references);
    List<CaseFile> files = instruments.known(references);
    if (files.size() < references.size()) {
      throw Refusal.notFound("case.unknown", references);
    }
    AsOf now = AsOf.now(clock);
    Tables by = tables.inForceAt(null);
    Beside beside = areNew ? besideNew(files) : beside(files);
    List<Judgement> judgements =
        files.stream().map(file -> judge.judge(file, beside.of(file), now, by)).toList();
    said.begun()
        .ifPresent(
            cases -> judgements.forEach(judgement -> cases.put(judgement.reference(), judgement)));
    publisher.publishEvent(new CasesJudged(judgements, areNew));
  }

  private void derive(List<Reference> references) {
    AsOf now = AsOf.now(clock);
    Tables by = tables.inForceAt(null);
    instruments.derive(
        instruments.known(references).stream().map(file -> judge.complete(file, now, by)).toList());
  }

  @EventListener
  void derive(NumberingMilestones coming) {
    derive(List.of(coming.reference()));
  }

  @EventListener
  void rejudge(CaseChanged changed) {
    if (!instruments.isBeingOpened(changed.reference())) {
      rejudge(changed.reference());
    }
  }

  @EventListener
  void rejudge(CasesOpened opened) {
    rejudge(opened.references(), true);
  }

  private Kin kin(CaseFile file, Papers papers, @Nullable Instant knownAt) {
    Set<PartyCode> parentParties =
        Optional.ofNullable(file.instrument().parentReference())
            .flatMap(parent -> hindsight.find(parent, knownAt))
            .map(Deadlines::parties)
            .orElse(null);
    boolean succeeded = hindsight.isTarget(file.reference(), Relation.REPLACES, knownAt);
    return new Kin(parentParties, succeeded, papers);
  }

  /**
   * What the rules say now of each of the cases that make no rule fail; what lies beside them is
   * asked for once, however many.
   */
  @Transactional(readOnly = true)
  public List<Judgement> judge(Collection<Reference> references) {
    List<CaseFile> files = instruments.known(references);
    Beside beside = beside(files);
    AsOf now = AsOf.now(clock);
    Tables by = tables.inForceAt(null);
    return files.stream()
        .map(file -> judgeIfPossible(file, beside.of(file), now, by))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * What lies beside cases as it is known now.
   *
   * @param parents the parties of each instrument that another stands under
   * @param succeeded the cases that were replaced
   */
  private record Beside(
      Map<Reference, Set<PartyCode>> parents, Set<Reference> succeeded, Papers.OfCases papers) {

    Kin of(CaseFile file) {
      Reference parent = file.instrument().parentReference();
      return new Kin(
          parent == null ? null : parents.get(parent),
          succeeded.contains(file.reference()),
          papers.of(file.reference()));
    }
  }

  private Beside beside(List<CaseFile> files) {
    List<Reference> references = files.stream().map(CaseFile::reference).toList();
    return new Beside(
        parents(files),
        instruments.targets(references, Relation.REPLACES),
        documents.papers(files, null));
  }

  /** The same of cases just opened: what points at one of them was opened with it. */
  private Beside besideNew(List<CaseFile> files) {
    Set<Reference> succeeded =
        files.stream()
            .filter(Deadlines::isSuccessor)
            .map(file -> file.instrument().parentReference())
            .flatMap(Stream::ofNullable)
            .collect(Collectors.toSet());
    return new Beside(parents(files), succeeded, documents.papersOfNew(files));
  }

  private static boolean isSuccessor(CaseFile file) {
    Description.@Nullable Parent parent = file.description().parent();
    return parent != null && parent.relation() == Relation.REPLACES;
  }

  private Map<Reference, Set<PartyCode>> parents(List<CaseFile> files) {
    List<Reference> parents =
        files.stream()
            .map(file -> file.instrument().parentReference())
            .flatMap(Stream::ofNullable)
            .distinct()
            .toList();
    return instruments.known(parents).stream()
        .collect(Collectors.toMap(CaseFile::reference, Deadlines::parties));
  }

  private static Set<PartyCode> parties(CaseFile file) {
    return file.description().parties().stream()
        .map(Party::code)
        .collect(Collectors.toUnmodifiableSet());
  }
}
