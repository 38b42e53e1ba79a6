package org.chancery.document;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.document.Document.Version;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.CaseChanged.Change;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts of cases: put in, found, read, and whether any is missing. Each change is made in the
 * name of the account that is logged in, checked against its rights, and published as {@link
 * CaseChanged} in its own transaction.
 */
@Component
@Transactional
public class Documents {

  private final Instruments instruments;
  private final DocumentTable table;
  private final CustodyTable custody;
  private final Contents contents;
  private final Reception reception;
  private final Accounts accounts;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  Documents(
      Instruments instruments,
      DocumentTable table,
      CustodyTable custody,
      Contents contents,
      Reception reception,
      Accounts accounts,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.instruments = instruments;
    this.table = table;
    this.custody = custody;
    this.contents = contents;
    this.reception = reception;
    this.accounts = accounts;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * The documents of the case, by number.
   *
   * @throws Refusal when there is no case that the account may see
   */
  @Transactional(readOnly = true)
  public List<Document> of(Reference reference) {
    instruments.get(reference);
    return table.of(reference);
  }

  /**
   * The document of the case with the number.
   *
   * @throws Refusal when there is none that the account may see
   */
  @Transactional(readOnly = true)
  public Document get(Reference reference, int id) {
    instruments.get(reference);
    return known(reference, id);
  }

  /** The document of the case with the number, for the house's own work. */
  @Transactional(readOnly = true)
  public Optional<Document> find(Reference reference, int id) {
    return table.of(reference).stream().filter(document -> document.id() == id).findFirst();
  }

  /**
   * Looks at a file before it is put into the case, best while no transaction waits for it; whoever
   * asked closes it. Nobody's file is unpacked who may put nothing into the case. What is wrong is
   * told when it is put in.
   */
  @Transactional(propagation = Propagation.SUPPORTS)
  public Inspected inspect(Reference reference, Upload upload) {
    return Inspected.of(
        () -> {
          instruments.requireFiling(reference);
          return reception.receive(upload);
        });
  }

  /** Looks at the file and puts it in. */
  public Filed add(Reference reference, NewDocument said, Upload upload) {
    try (Inspected inspected = inspect(reference, upload)) {
      return add(reference, said, inspected);
    }
  }

  /**
   * Puts in a document. Where the newest version of one of that kind, language and name has the
   * very same content, that one is answered and nothing is stored.
   *
   * @throws Refusal when the account may not, or when the file is not what it says it is
   */
  public Filed add(Reference reference, NewDocument said, Inspected inspected) {
    instruments.requireFiling(reference);
    filing(instruments.known(reference)).requireAdding(said.kindOrDraft());
    Received received = inspected.received();
    instruments.hold(reference);
    List<Document> all = table.of(reference);
    Optional<Document> same =
        all.stream()
            .filter(said::describes)
            .filter(each -> each.has(received.sha256()))
            .findFirst();
    return same.map(each -> new Filed(each, each.newest(), false))
        .orElseGet(() -> added(reference, all.size() + 1, said, received));
  }

  /**
   * Puts in a new version of a document, unless the newest has the very same content.
   *
   * @throws Refusal when there is no such document, when the account may not, or when the file is
   *     not what it says it is
   */
  public Filed revise(Reference reference, int id, @Nullable String remark, Inspected inspected) {
    instruments.requireFiling(reference);
    filing(instruments.known(reference)).requireRevising(known(reference, id));
    Received received = inspected.received();
    instruments.hold(reference);
    Document document = known(reference, id);
    return document.has(received.sha256())
        ? new Filed(document, document.newest(), false)
        : revised(reference, document, remark, received);
  }

  /** What the current account may put into the case, if it may put in anything. */
  @Transactional(readOnly = true)
  public Filing filing(CaseFile file) {
    boolean isSigned = file.has(EventKind.SIGNED, EventKind.SIGNED_AD_REFERENDUM);
    return new Filing(accounts.current().name(), instruments.isKept(file), isSigned);
  }

  private Filed added(Reference reference, int id, NewDocument said, Received received) {
    Account account = accounts.current();
    Instant at = now();
    Version first = kept(received, 1, said.remark(), account, at);
    Document document =
        new Document(
            id, said.kindOrDraft(), said.language(), said.name(), List.of(), List.of(first));
    table.insert(reference, document);
    publish(reference, Change.TEXT_ADDED, null, document, account, at);
    return new Filed(document, first, true);
  }

  private Filed revised(
      Reference reference, Document before, @Nullable String remark, Received received) {
    Account account = accounts.current();
    Instant at = now();
    Version next = kept(received, before.versions().size() + 1, remark, account, at);
    table.insert(reference, before.id(), next);
    Document after = known(reference, before.id());
    publish(reference, Change.TEXT_REVISED, before, after, account, at);
    return new Filed(after, next, true);
  }

  private Version kept(
      Received received, int number, @Nullable String remark, Account account, Instant at) {
    contents.keep(received, at);
    return new Version(
        number,
        received.sha256(),
        received.size(),
        received.kind().mediaType(),
        received.fileName(),
        remark,
        account.name(),
        at,
        List.of());
  }

  /**
   * Says that the document proves the event, besides those it proves already, for whoever recorded
   * it; that has been checked.
   *
   * @throws Refusal when the case has no such document or event
   */
  public Document attach(Reference reference, int id, int event) {
    instruments.hold(reference);
    Document before = known(reference, id);
    if (instruments.known(reference).events().stream().noneMatch(each -> each.id() == event)) {
      throw Refusal.notFound("event.unknown", event);
    }
    if (before.events().contains(event)) {
      return before;
    }
    Account account = accounts.current();
    Instant at = now();
    table.attach(reference, id, event, account.name(), at);
    Document after = known(reference, id);
    publish(reference, Change.TEXT_ATTACHED, before, after, account, at);
    return after;
  }

  /** The bytes of the version, which is held, read as they are needed. */
  public InputStream content(Version version) {
    return contents.open(version.sha256());
  }

  /** What is missing of the texts of the case before it can be signed. */
  @Transactional(readOnly = true)
  public Completeness completeness(CaseFile file) {
    return Completeness.toSign(file.description(), papers(file, null));
  }

  /** The papers of the case that were known at the instant, null standing for now. */
  @Transactional(readOnly = true)
  public Papers papers(CaseFile file, @Nullable Instant knownAt) {
    return papers(List.of(file), knownAt).of(file.reference());
  }

  /**
   * The papers of each of the cases that were known at the instant, null standing for now; asked
   * for once, however many cases. Of a case that asks for no texts, nobody looks for them.
   */
  @Transactional(readOnly = true)
  public Papers.OfCases papers(Collection<CaseFile> files, @Nullable Instant knownAt) {
    List<Reference> asked = askingForTexts(files);
    Map<Reference, List<Document>> found = table.of(asked, knownAt);
    asked.forEach(each -> found.putIfAbsent(each, List.of()));
    List<Reference> all = files.stream().map(CaseFile::reference).toList();
    return papers(all, found, custody.of(all, knownAt));
  }

  /**
   * The papers of cases that have just been opened: no texts are there yet, and originals only
   * where it was entered that they were lodged.
   */
  @Transactional(readOnly = true)
  public Papers.OfCases papersOfNew(Collection<CaseFile> files) {
    Map<Reference, List<Document>> none = new HashMap<>();
    askingForTexts(files).forEach(each -> none.put(each, List.of()));
    List<Reference> lodged =
        files.stream()
            .filter(file -> file.has(EventKind.ORIGINAL_LODGED))
            .map(CaseFile::reference)
            .toList();
    List<Reference> all = files.stream().map(CaseFile::reference).toList();
    return papers(all, none, custody.of(lodged, null));
  }

  private static List<Reference> askingForTexts(Collection<CaseFile> files) {
    return files.stream()
        .filter(
            file ->
                !file.description().authentic().isEmpty()
                    || !file.description().attached().isEmpty())
        .map(CaseFile::reference)
        .toList();
  }

  private static Papers.OfCases papers(
      List<Reference> cases,
      Map<Reference, List<Document>> texts,
      Map<Reference, List<CustodyAct>> acts) {
    return new Papers.OfCases(
        cases.stream()
            .collect(
                Collectors.toMap(
                    each -> each,
                    each -> new Papers(texts.get(each), acts.getOrDefault(each, List.of())))));
  }

  private Document known(Reference reference, int id) {
    return find(reference, id).orElseThrow(() -> Refusal.notFound("document.unknown", id));
  }

  /** The present instant as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void publish(
      Reference reference,
      Change change,
      @Nullable Document before,
      Document after,
      Account account,
      Instant at) {
    instruments.touch(reference, at);
    publisher.publishEvent(new CaseChanged(reference, change, before, after, account, at));
  }
}
