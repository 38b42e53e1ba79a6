package org.chancery.report.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.Standing;
import org.chancery.document.Completeness;
import org.chancery.document.Documents;
import org.chancery.document.Papers;
import org.chancery.document.Removals;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Decisions;
import org.chancery.instrument.Description;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Relation;
import org.chancery.instrument.Target;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.lifecycle.Tasks;
import org.chancery.process.Processes;
import org.chancery.report.web.CaseSheet.Aim;
import org.chancery.report.web.CaseSheet.Column;
import org.chancery.report.web.CaseSheet.Deadline;
import org.chancery.report.web.CaseSheet.Decided;
import org.chancery.report.web.CaseSheet.Happened;
import org.chancery.report.web.CaseSheet.Related;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the page of a case shows, at one point of the register's knowledge. */
@Component
class CaseSheets {

  private static final int LAST_CHANGES = 12;

  private final Instruments instruments;
  private final Deadlines deadlines;
  private final Documents documents;
  private final Removals removals;
  private final Tasks tasks;
  private final Decisions decisions;
  private final Journal journal;
  private final Processes processes;
  private final PartyCode home;

  CaseSheets(
      Instruments instruments,
      Deadlines deadlines,
      Documents documents,
      Removals removals,
      Tasks tasks,
      Decisions decisions,
      Journal journal,
      Processes processes,
      @Value("${chancery.home}") String home) {
    this.instruments = instruments;
    this.deadlines = deadlines;
    this.documents = documents;
    this.removals = removals;
    this.tasks = tasks;
    this.decisions = decisions;
    this.journal = journal;
    this.processes = processes;
    this.home = new PartyCode(home);
  }

  @Transactional(readOnly = true)
  public CaseSheet of(Reference reference, Locale locale) {
    CaseFile file = instruments.get(reference);
    Judgement judgement = deadlines.judge(file);
    return new CaseSheet(
        file,
        instruments.isKept(file),
        file.stage(instruments.today()),
        deadlines.entryIntoForce(file),
        columns(file),
        happened(file),
        deadlines(judgement),
        judgement.findings().stream().filter(finding -> finding.subject().isCase()).toList(),
        aims(file, judgement),
        texts(file),
        tasks.of(file, locale),
        relations(file),
        lastChanges(file),
        processes.diagrams(reference).stream().map(Drawings::of).toList());
  }

  private TextSheet texts(CaseFile file) {
    boolean isSigned = file.has(EventKind.SIGNED);
    Papers papers = documents.papers(file, null);
    Completeness missing =
        isSigned
            ? Completeness.onceSigned(file.description(), papers)
            : Completeness.toSign(file.description(), papers);
    return TextSheet.of(
        file.description(),
        documents.of(file.reference()),
        missing,
        isSigned,
        instruments.mayFile(file),
        documents.filing(file),
        removals.takingOut(file));
  }

  private List<Column> columns(CaseFile file) {
    Description description = file.description();
    return description.parties().stream()
        .map(party -> column(party, file))
        .sorted(Comparator.comparing(column -> !column.ours()))
        .toList();
  }

  private Column column(Party party, CaseFile file) {
    List<Event> acts =
        file.standing().stream()
            .filter(event -> event.countsFor(party.code()))
            .sorted(Comparator.comparing(Event::on).thenComparing(Event::id))
            .toList();
    boolean ours = party.code().equals(home);
    return new Column(party.code(), ours, file.description().consentOf(party), acts);
  }

  private static List<Happened> happened(CaseFile file) {
    return file.events().stream()
        .sorted(Comparator.comparing(Event::on).thenComparing(Event::id))
        .map(event -> new Happened(event, correctedBy(event, file)))
        .toList();
  }

  private static @Nullable Integer correctedBy(Event event, CaseFile file) {
    return file.events().stream()
        .filter(other -> Objects.equals(other.corrects(), event.id()))
        .map(Event::id)
        .findFirst()
        .orElse(null);
  }

  private List<Deadline> deadlines(Judgement judgement) {
    CaseFile file = judgement.file();
    return file.milestones().stream()
        .flatMap(
            milestone ->
                judgement.standing(milestone.id()).stream()
                    .map(standing -> deadline(file, milestone, standing, judgement)))
        .toList();
  }

  private Deadline deadline(
      CaseFile file, Milestone milestone, Standing standing, Judgement judgement) {
    return new Deadline(
        milestone,
        standing,
        why(milestone.id(), judgement),
        file.decisionsOn(milestone.id())
            .map(decision -> decided(file, milestone, decision))
            .toList(),
        !milestone.isSetByLaw()
            && !standing.status().isOver()
            && decisions.mayDecide(file, milestone));
  }

  private Decided decided(CaseFile file, Milestone milestone, Decision decision) {
    boolean proposed = decision.state() == Decision.State.PROPOSED;
    return new Decided(
        decision,
        decisions.mayConfirm(file, decision),
        proposed && decisions.mayDecide(file, milestone));
  }

  private static List<Aim> aims(CaseFile file, Judgement judgement) {
    return judgement.targets().stream()
        .flatMap(
            standing ->
                file.description().target(standing.target()).stream()
                    .map(target -> new Aim(target, standing, why(target, judgement))))
        .toList();
  }

  private static @Nullable Finding why(Target target, Judgement judgement) {
    return judgement.findings().stream()
        .filter(finding -> target.id().equals(finding.subject().target()))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Finding why(int milestone, Judgement judgement) {
    return judgement.findings().stream()
        .filter(finding -> Objects.equals(finding.subject().milestone(), milestone))
        .findFirst()
        .orElse(null);
  }

  private List<Related> relations(CaseFile file) {
    List<Related> relations = new ArrayList<>();
    Optional.ofNullable(file.instrument().parentReference())
        .flatMap(instruments::ifSeen)
        .map(parent -> new Related(parent, relation(file.description()), true))
        .ifPresent(relations::add);
    instruments
        .children(file.reference())
        .forEach(child -> relations.add(new Related(child, relation(child.description()), false)));
    return relations;
  }

  private static @Nullable Relation relation(Description lower) {
    return lower.parent() == null ? null : lower.parent().relation();
  }

  /** A case has one entry for each of its versions. */
  private List<Entry> lastChanges(CaseFile file) {
    int before = Math.max(0, file.instrument().version() - LAST_CHANGES);
    List<Entry> changes = new ArrayList<>(journal.of(file.reference(), before, LAST_CHANGES));
    Collections.reverse(changes);
    return changes;
  }
}
