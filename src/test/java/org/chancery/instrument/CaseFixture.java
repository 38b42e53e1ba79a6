package org.chancery.instrument;

import static org.chancery.instrument.EventFixture.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.access.Account;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * A case for a test, told in few words: {@code agreement().signed("2025-03-03").file()}. What is
 * not told is unknown; the parties are AZ and KZ, the responsible body is {@code mddt}.
 */
public final class CaseFixture {

  /** The name of every case told here, unless the register gives it one. */
  public static final Reference REFERENCE = Reference.of(2026, 123);

  /** When everything told here was recorded. */
  public static final Instant RECORDED = Instant.parse("2026-06-15T08:00:00Z");

  private final InstrumentType type;
  private @Nullable Boolean binding;
  private @Nullable String slug;
  private final Map<String, String> title = new TreeMap<>(Map.of("en", "A case for a test"));
  private @Nullable List<String> languages;
  private @Nullable List<Attachment> attachments;
  private List<Party> parties = new ArrayList<>();
  private @Nullable Consent consent;
  private BodyCode responsible = new BodyCode("mddt");
  private @Nullable List<BodyCode> participating;
  private Description.@Nullable Parent parent;
  private @Nullable List<Source> sources;
  private @Nullable Clause clause;
  private @Nullable StatedDate inForce;
  private final List<NewMilestone> milestones = new ArrayList<>();
  private final List<NewEvent> events = new ArrayList<>();

  private CaseFixture(InstrumentType type) {
    this.type = type;
    parties("AZ", "KZ");
  }

  /** A case of the type. */
  public static CaseFixture of(InstrumentType type) {
    return new CaseFixture(type);
  }

  /** An agreement. */
  public static CaseFixture agreement() {
    return of(InstrumentType.AGREEMENT);
  }

  /** A treaty to be ratified. */
  public static CaseFixture treaty() {
    return of(InstrumentType.TREATY).consent(Consent.RATIFICATION);
  }

  /** A memorandum, not binding. */
  public static CaseFixture memorandum() {
    return of(InstrumentType.MEMORANDUM).binding(false);
  }

  /** A programme of measures. */
  public static CaseFixture programme() {
    return of(InstrumentType.PROGRAMME);
  }

  /** An undertaking, followed in its performance alone. */
  public static CaseFixture undertaking() {
    return of(InstrumentType.UNDERTAKING);
  }

  /** Whether it binds under international law. */
  public CaseFixture binding(boolean binds) {
    this.binding = binds;
    return this;
  }

  /** With the short name. */
  public CaseFixture slug(String name) {
    this.slug = name;
    return this;
  }

  /** With the title in the language. */
  public CaseFixture title(String language, String text) {
    title.put(language, text);
    return this;
  }

  /** With authentic texts in the languages. */
  public CaseFixture languages(String... codes) {
    this.languages = List.of(codes);
    return this;
  }

  /** With an annex that its text names. */
  public CaseFixture annex(String name) {
    this.attachments = List.of(new Attachment(name, Attachment.Kind.ANNEX));
    return this;
  }

  /** Between the parties. */
  public CaseFixture parties(String... codes) {
    this.parties = new ArrayList<>();
    Arrays.stream(codes).forEach(code -> this.parties.add(made(new PartyCode(code), null)));
    return this;
  }

  /** With one more party that consents in its own way. */
  public CaseFixture party(String code, Consent own) {
    parties.add(made(new PartyCode(code), own));
    return this;
  }

  /** With the way of consent of all parties that have no own. */
  public CaseFixture consent(Consent all) {
    this.consent = all;
    return this;
  }

  /** In the care of the body. */
  public CaseFixture responsible(String body) {
    this.responsible = new BodyCode(body);
    return this;
  }

  /** With the bodies taking part. */
  public CaseFixture participating(String... bodies) {
    this.participating = Arrays.stream(bodies).map(BodyCode::new).toList();
    return this;
  }

  /** Standing under the case. */
  public CaseFixture under(Reference upper) {
    this.parent = new Description.Parent(upper, null, Relation.IMPLEMENTS);
    return this;
  }

  /** Known from a newspaper. */
  public CaseFixture reported() {
    this.sources = List.of(EventFixture.PRESS);
    return this;
  }

  /** Known from the outlet. */
  public CaseFixture reportedBy(String outlet) {
    this.sources = List.of(new Source(outlet, null, null));
    return this;
  }

  /** With the clause on entry into force. */
  public CaseFixture clause(Clause data) {
    this.clause = data;
    return this;
  }

  /** In force from the date, as computed. */
  public CaseFixture inForce(String computed) {
    this.inForce = new StatedDate(computed);
    return this;
  }

  /** With a deadline of the kind for which no date is stated. */
  public CaseFixture owing(MilestoneKind kind) {
    return with(milestone(kind, null, null, null));
  }

  /** With a deadline of the kind, due at the date. */
  public CaseFixture owing(MilestoneKind kind, String due) {
    return with(milestone(kind, due, null, null));
  }

  /** With a deadline of the party. */
  public CaseFixture owedBy(String party, MilestoneKind kind) {
    return with(milestone(kind, null, null, party));
  }

  /** With a deadline of the body. */
  public CaseFixture owedByBody(String body, MilestoneKind kind) {
    return with(milestone(kind, null, body, null));
  }

  /** With the deadline. */
  public CaseFixture with(NewMilestone milestone) {
    milestones.add(milestone);
    return this;
  }

  /** With the event; they are numbered from 1 in this order. */
  public CaseFixture with(EventFixture event) {
    events.add(event.made());
    return this;
  }

  /** What happened on the day, by no stated party. */
  public CaseFixture happened(EventKind kind, String on) {
    return with(event(kind, on));
  }

  /** Signed by all on the day. */
  public CaseFixture signed(String on) {
    return happened(EventKind.SIGNED, on);
  }

  /** What describes it. */
  public Description description() {
    return new Description(
        type,
        null,
        binding,
        slug,
        new Title(title),
        null,
        null,
        languages,
        attachments,
        List.copyOf(parties),
        consent,
        responsible,
        participating,
        null,
        parent,
        sources,
        null,
        clause);
  }

  /** The case to be opened. */
  public Opening opening() {
    return new Opening(description(), List.copyOf(milestones), List.copyOf(events));
  }

  /** The case as the register would hold it. */
  public CaseFile file() {
    List<Milestone> owed = new ArrayList<>();
    milestones.forEach(each -> owed.add(each.numbered(owed.size() + 1, RECORDED)));
    List<Event> happened = new ArrayList<>();
    events.forEach(
        each -> happened.add(each.numbered(happened.size() + 1, Account.HOUSE, RECORDED)));
    Reference upper = parent == null ? null : parent.reference();
    Instrument instrument =
        new Instrument(REFERENCE, description(), upper, "house", RECORDED, RECORDED, 1, inForce);
    return new CaseFile(instrument, owed, happened);
  }

  private static NewMilestone milestone(
      MilestoneKind kind, @Nullable String due, @Nullable String body, @Nullable String party) {
    return new NewMilestone(
        kind,
        null,
        due == null ? null : new StatedDate(due),
        null,
        null,
        body == null ? null : new BodyCode(body),
        party == null ? null : new PartyCode(party),
        null,
        null);
  }

  private static Party made(PartyCode code, @Nullable Consent own) {
    return new Party(code, own, null);
  }
}
