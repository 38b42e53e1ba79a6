package org.chancery.instrument;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Body;
import org.chancery.access.BodyCode;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.StatedDate;
import org.chancery.calendar.Zones;
import org.chancery.instrument.CaseChanged.Change;
import org.chancery.web.Etag;
import org.chancery.web.OfTransaction;
import org.chancery.web.Page;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register: opens, finds, corrects cases and records what happens to them. Each change is made
 * in the name of the account that is logged in, checked against its rights, and published as {@link
 * CaseChanged} in its own transaction.
 */
@Component
@Transactional
public class Instruments {

  private final Register register;
  private final Search search;
  private final Fitness fitness;
  private final Rights rights;
  private final Accounts accounts;
  private final Zones zones;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;
  private final OfTransaction<Set<Reference>> opening = new OfTransaction<>(HashSet::new);

  Instruments(
      Register register,
      Search search,
      Fitness fitness,
      Rights rights,
      Accounts accounts,
      Zones zones,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.register = register;
    this.search = search;
    this.fitness = fitness;
    this.rights = rights;
    this.accounts = accounts;
    this.zones = zones;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * Opens a case.
   *
   * @throws Refusal when the account may not, or when what is said does not hang together
   */
  public CaseFile open(Opening opening) {
    return open(List.of(opening)).get(0);
  }

  /**
   * Opens cases, all of them or none; each may name one before it as its parent.
   *
   * @return the cases, in the same order
   * @throws Refusal when the account may not, or when what is said of one does not hang together
   */
  public List<CaseFile> open(List<Opening> openings) {
    List<CaseFile> entered = openings.stream().map(this::enter).toList();
    opening.ifThere().ifPresent(Set::clear);
    publisher.publishEvent(new CasesOpened(entered));
    return entered.stream().map(file -> known(file.reference())).toList();
  }

  /** Whether the case is being opened: {@link CasesOpened} will tell of it. */
  public boolean isBeingOpened(Reference reference) {
    return opening.ifThere().filter(cases -> cases.contains(reference)).isPresent();
  }

  private CaseFile enter(Opening opening) {
    Account account = accounts.current();
    fitness.check(opening);
    rights.requireOpening(account, opening.description().responsibleBody());
    Instant at = now();
    CaseFile file = newFile(opening, account, at);
    try {
      register.insert(file, file.stage(today()));
    } catch (DuplicateKeyException taken) {
      throw slugTaken(opening.description());
    }
    this.opening.begun().ifPresent(cases -> cases.add(file.reference()));
    publish(file.reference(), Change.OPENED, null, file, account, at);
    return file;
  }

  /**
   * Lets those pass who may open a case, of whichever body, and may still log in.
   *
   * @throws Refusal when the account may not
   */
  public void requireOpener() {
    rights.requireOpener(accounts.current());
    if (accounts.ifOpen(accounts.current().name()).isEmpty()) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "access.forbidden");
    }
  }

  /** The bodies in whose name the current account may open a case. */
  public List<Body> opensFor() {
    return rights.bodiesOf(accounts.current());
  }

  /**
   * The case.
   *
   * @throws Refusal when there is none that the account may see
   */
  @Transactional(readOnly = true)
  public CaseFile get(Reference reference) {
    rights.requireSight(accounts.current(), reference);
    return known(reference);
  }

  /** Whether the current account has the case in its care: may correct it, and record any event. */
  @Transactional(readOnly = true)
  public boolean isKept(CaseFile file) {
    return rights.keeps(accounts.current(), file);
  }

  /** Whether the current account may add papers to the case: it keeps it, or has a step to do. */
  @Transactional(readOnly = true)
  public boolean mayFile(CaseFile file) {
    return rights.files(accounts.current(), file);
  }

  /**
   * Lets those pass who may add papers to the case.
   *
   * @throws Refusal when there is none that the account may see, or it may not
   */
  @Transactional(readOnly = true)
  public void requireFiling(Reference reference) {
    rights.requireFiling(accounts.current(), get(reference));
  }

  /** The case, if there is one that the account may see. */
  @Transactional(readOnly = true)
  public Optional<Instrument> ifSeen(Reference reference) {
    return search.sees(accounts.current(), reference)
        ? Optional.of(known(reference).instrument())
        : Optional.empty();
  }

  /** The case, for the house's own work. */
  @Transactional(readOnly = true)
  public CaseFile known(Reference reference) {
    return register.find(reference).orElseThrow(() -> Refusal.notFound("case.unknown", reference));
  }

  /** The cases that fit and that the account may see. */
  @Transactional(readOnly = true)
  public Page<CaseFile> list(Filter filter, @Nullable String after, int limit) {
    List<Instrument> found = search.find(filter, accounts.current(), after, Page.limit(limit) + 1);
    Page<Instrument> page = Page.of(found, limit, each -> each.reference().value());
    return new Page<>(register.files(page.items()), page.next());
  }

  /** The cases that stand under the case and that the account may see. */
  @Transactional(readOnly = true)
  public List<Instrument> children(Reference reference) {
    return search.children(reference, accounts.current());
  }

  /** The cases with the references, by reference; for the house's own work. */
  @Transactional(readOnly = true)
  public List<CaseFile> known(Collection<Reference> references) {
    return register.find(references);
  }

  /** Those of the cases to which another one stands in the relation, such as one that replaces. */
  @Transactional(readOnly = true)
  public Set<Reference> targets(Collection<Reference> references, Relation relation) {
    return register.targets(references, relation);
  }

  /** What the current account may see, as a condition on the cases. */
  public Sight sight() {
    return Sight.of(accounts.current());
  }

  /**
   * Lets nobody else change the case until this transaction ends, and reads it.
   *
   * @return whether others could until now; false where this transaction held the case before
   */
  public boolean hold(Reference reference) {
    return hold(List.of(reference));
  }

  /**
   * Lets nobody else change the cases until this transaction ends, and reads them.
   *
   * @return whether others could change any of them until now
   */
  public boolean hold(Collection<Reference> references) {
    return register.hold(references);
  }

  /** Counts the version of the case up: what belongs to it has changed; others wait meanwhile. */
  public CaseFile touch(Reference reference, Instant at) {
    return register.lock(reference, at);
  }

  /** The case with the slug, whoever may see it; for the house's own work. */
  @Transactional(readOnly = true)
  public Optional<Reference> withSlug(String slug) {
    Filter filter = new Filter(slug, null, null, null, null, null, null, null, null);
    return search.find(filter, Account.HOUSE, null, 1).stream()
        .findFirst()
        .map(Instrument::reference);
  }

  /** Every case from after the given one, for the house's own work. */
  @Transactional(readOnly = true)
  public List<CaseFile> allAfter(@Nullable Reference after, int limit) {
    return register.files(search.find(Filter.ALL, Account.HOUSE, Rows.text(after), limit));
  }

  /**
   * Corrects what describes a case.
   *
   * @param ifMatch the entity tag of what the writer has read
   * @throws Refusal when it has changed since, when the account may not, or when it does not fit
   */
  public CaseFile describe(Reference reference, Description description, @Nullable String ifMatch) {
    Account account = accounts.current();
    CaseFile before = get(reference);
    rights.requireCorrection(account, before);
    Etag.require(ifMatch, before.instrument().version());
    fitness.check(description);
    Instant at = now();
    CaseFile locked = lock(reference, before.instrument().version(), at);
    CaseFile after = described(locked, description);
    try {
      register.describe(after, after.stage(today()), at);
    } catch (DuplicateKeyException taken) {
      throw slugTaken(description);
    }
    publish(
        reference, Change.DESCRIPTION_CORRECTED, before.description(), description, account, at);
    return known(reference);
  }

  /**
   * Records what happened.
   *
   * @throws Refusal when the account may not, or when our own claim lies in the future or out of
   *     order; what a source states is stored, whatever it contradicts
   */
  public Event record(Reference reference, NewEvent event) {
    Account account = accounts.current();
    CaseFile seen = get(reference);
    rights.requireRecording(account, seen, event);
    return append(seen, rights.inTheNameOf(account, seen, event), account);
  }

  /**
   * Records what happened at a step, for whoever the step falls to; that has been checked.
   *
   * @throws Refusal when it lies in the future or out of order
   */
  public Event recordStep(Reference reference, NewEvent event) {
    return append(known(reference), event, accounts.current());
  }

  private Event append(CaseFile seen, NewEvent event, Account account) {
    Reference reference = seen.reference();
    fitness.check(event, seen);
    Instant at = now();
    CaseFile file = register.lock(reference, at);
    requireUncorrected(file, event.corrects());
    Order.check(file, event, "", today());
    Event recorded = event.numbered(file.events().size() + 1, account, at);
    register.insert(reference, recorded);
    Optional<Event> corrected =
        file.events().stream().filter(each -> each.id() == orZero(event.corrects())).findFirst();
    publish(
        reference,
        corrected.isPresent() ? Change.EVENT_CORRECTED : Change.EVENT_RECORDED,
        corrected.orElse(null),
        recorded,
        account,
        at);
    return recorded;
  }

  /**
   * Adds a deadline.
   *
   * @throws Refusal when the account may not, or when it does not fit the case
   */
  public Milestone add(Reference reference, NewMilestone milestone) {
    Account account = accounts.current();
    CaseFile seen = get(reference);
    rights.requireCorrection(account, seen);
    fitness.check(milestone, seen);
    return insert(reference, milestone, account);
  }

  private Milestone insert(Reference reference, NewMilestone milestone, Account account) {
    Instant at = now();
    register.lock(reference, at);
    publisher.publishEvent(new NumberingMilestones(reference));
    CaseFile file = known(reference);
    Milestone added = milestone.numbered(file.milestones().size() + 1, at);
    register.insert(reference, List.of(added));
    involveOwner(reference, added);
    publish(reference, Change.MILESTONE_ADDED, null, added, account, at);
    return added;
  }

  /**
   * Adds a deadline like one that was just met, for the next time it is owed; for those who have
   * checked that the account may meet it.
   *
   * @throws Refusal when the day is no day by which something can be due
   */
  public Milestone addNext(Reference reference, Milestone done, StatedDate due) {
    NewMilestone next =
        new NewMilestone(
            done.kind(),
            done.name(),
            due,
            null,
            null,
            done.body(),
            done.party(),
            done.basis(),
            null);
    fitness.check(next, known(reference));
    return insert(reference, next, accounts.current());
  }

  /**
   * Corrects a deadline.
   *
   * @param ifMatch the entity tag of the case as the writer has read it
   * @throws Refusal when it has changed since, when the account may not, or when it does not fit
   */
  public Milestone correct(
      Reference reference, int id, NewMilestone milestone, @Nullable String ifMatch) {
    Account account = accounts.current();
    CaseFile seen = get(reference);
    rights.requireCorrection(account, seen);
    Milestone before = milestone(seen, id);
    if (before.statutory() != null) {
      throw Refusal.doesNotFit("", "milestone.statutory", before.statutory().id());
    }
    Etag.require(ifMatch, seen.instrument().version());
    fitness.check(milestone, seen);
    Instant at = now();
    lock(reference, seen.instrument().version(), at);
    Milestone after = before.saying(milestone);
    register.update(reference, after, at);
    involveOwner(reference, after);
    publish(reference, Change.MILESTONE_CORRECTED, before, after, account, at);
    return after;
  }

  /**
   * Adds a figure observed of one of the case's targets, beside those that are known.
   *
   * @throws Refusal when the account may not, when the case has no such target, or when the figure
   *     is our own and its period has not ended
   */
  public Observed observe(Reference reference, String target, Target.Observation observation) {
    Account account = accounts.current();
    CaseFile seen = get(reference);
    rights.requireObserving(account, seen);
    target(seen, target);
    fitness.check(observation);
    requireEnded(observation, today());
    Instant at = now();
    CaseFile file = register.lock(reference, at);
    Target more = target(file, target).observing(observation);
    requireRoom(more);
    CaseFile after = described(file, file.description().with(more));
    register.describe(after, after.stage(today()), at);
    Observed added = Observed.of(more, more.observed().size());
    publish(reference, Change.OBSERVATION_ADDED, null, added, account, at);
    return added;
  }

  /** Lets the body see the case from now on: a step of it falls to the body. */
  public void involve(Reference reference, BodyCode body) {
    register.involve(reference, Set.of(body));
  }

  /**
   * Writes what is derived: the computed entry into force, and with it the stage, and deadlines
   * that the register does not have yet. It is no change of the record: it can be computed again.
   * Where nothing differs, nothing is written.
   */
  public void derive(List<CaseFile> files) {
    LocalDate today = today();
    Map<Reference, Derived> kept = kept(files);
    for (CaseFile file : files) {
      Derived wanted = Derived.of(file, today);
      Derived now = kept.get(file.reference());
      if (now != null && !now.equals(wanted)) {
        addAfter(now.milestones(), file);
        register.derive(file, wanted);
      }
    }
  }

  private Map<Reference, Derived> kept(Collection<CaseFile> files) {
    return register.derived(files.stream().map(CaseFile::reference).toList());
  }

  private void addAfter(int recorded, CaseFile file) {
    List<Milestone> set =
        file.milestones().stream().filter(milestone -> milestone.id() > recorded).toList();
    register.insert(file.reference(), set);
    set.forEach(milestone -> involveOwner(file.reference(), milestone));
  }

  /** Those of the cases, computed anew, of which the register keeps something else. */
  @Transactional(readOnly = true)
  public Set<Reference> derivedOtherwise(Collection<CaseFile> files) {
    LocalDate today = today();
    Map<Reference, Derived> kept = kept(files);
    return files.stream()
        .filter(file -> !Derived.of(file, today).equals(kept.get(file.reference())))
        .map(CaseFile::reference)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** This house's day. */
  public LocalDate today() {
    return AsOf.now(clock).dayIn(zones.home());
  }

  /** The present instant as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private CaseFile newFile(Opening opening, Account account, Instant at) {
    Description description = opening.description();
    Reference reference = register.nextReference(today().getYear());
    Instrument instrument =
        new Instrument(
            reference,
            description,
            parent(description, reference),
            account.name(),
            at,
            at,
            1,
            null);
    List<Milestone> milestones = new ArrayList<>();
    for (NewMilestone milestone : opening.milestones()) {
      milestones.add(milestone.numbered(milestones.size() + 1, at));
    }
    List<Event> events = new ArrayList<>();
    for (NewEvent event : opening.events()) {
      CaseFile soFar = new CaseFile(instrument, milestones, events);
      Order.check(soFar, event, "/events/" + events.size(), today());
      events.add(event.numbered(events.size() + 1, account, at));
    }
    return new CaseFile(instrument, milestones, events);
  }

  private CaseFile described(CaseFile file, Description description) {
    Instrument old = file.instrument();
    boolean sameParent = Objects.equals(description.parent(), old.description().parent());
    Instrument now =
        old.describedBy(
            description, sameParent ? old.parentReference() : parent(description, old.reference()));
    return new CaseFile(now, file.milestones(), file.events(), file.decisions());
  }

  private @Nullable Reference parent(Description description, Reference self) {
    Description.@Nullable Parent parent = description.parent();
    if (parent == null) {
      return null;
    }
    if (parent.named().isEmpty()) {
      throw Refusal.invalid(List.of(Refusal.Fault.at("/parent", "field.required")));
    }
    Reference reference =
        Optional.ofNullable(parent.reference())
            .filter(named -> search.sees(accounts.current(), named))
            .or(() -> Optional.ofNullable(parent.slug()).flatMap(this::seenWithSlug))
            .orElseThrow(() -> Refusal.doesNotFit("/parent", "case.parent", parent.named()));
    if (reference.equals(self)) {
      throw Refusal.doesNotFit("/parent", "case.parentItself");
    }
    return reference;
  }

  private Optional<Reference> seenWithSlug(String slug) {
    return withSlug(slug).filter(named -> search.sees(accounts.current(), named));
  }

  private CaseFile lock(Reference reference, int version, Instant at) {
    CaseFile locked = register.lock(reference, at);
    if (locked.instrument().version() != version + 1) {
      throw Refusal.of(Refusal.Kind.STALE, "etag.stale");
    }
    return locked;
  }

  private static Milestone milestone(CaseFile file, int id) {
    return file.milestone(id).orElseThrow(() -> Refusal.notFound("milestone.unknown", id));
  }

  private static Target target(CaseFile file, String id) {
    return file.description().target(id).orElseThrow(() -> Refusal.notFound("target.unknown", id));
  }

  /** What a source states is stored; what this house says of a period, it says when it is over. */
  private static void requireEnded(Target.Observation observation, LocalDate today) {
    if (observation.source() == null && !observation.period().isSurelyBy(today)) {
      throw Refusal.doesNotFit("/period", "observation.future");
    }
  }

  private static void requireRoom(Target target) {
    if (target.observed().size() > Target.MOST) {
      throw Refusal.of(Refusal.Kind.DOES_NOT_FIT, "observation.many", Target.MOST);
    }
  }

  private static void requireUncorrected(CaseFile file, @Nullable Integer corrects) {
    boolean twice =
        corrects != null
            && file.events().stream().anyMatch(each -> corrects.equals(each.corrects()));
    if (twice) {
      throw Refusal.doesNotFit("/corrects", "event.corrected", corrects);
    }
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private void involveOwner(Reference reference, Milestone milestone) {
    if (milestone.body() != null) {
      involve(reference, milestone.body());
    }
  }

  private static Refusal slugTaken(Description description) {
    return Refusal.doesNotFit("/slug", "case.slug", String.valueOf(description.slug()));
  }

  private void publish(
      Reference reference,
      Change change,
      @Nullable Object before,
      Object after,
      Account account,
      Instant at) {
    publisher.publishEvent(new CaseChanged(reference, change, before, after, account, at));
  }
}
