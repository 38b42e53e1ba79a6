package org.chancery.deadline;

import static org.chancery.instrument.Decision.Kind.*;
import static org.chancery.instrument.EventKind.CONSENT_WITHDRAWN;
import static org.chancery.instrument.InstrumentType.AGREEMENT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.access.BodyCode;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.Calendars;
import org.chancery.calendar.StatedDate;
import org.chancery.calendar.Zones;
import org.chancery.document.CustodyAct;
import org.chancery.document.Document;
import org.chancery.document.Hands;
import org.chancery.document.Papers;
import org.chancery.instrument.Attachment;
import org.chancery.instrument.Basis;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Clause;
import org.chancery.instrument.Consent;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Description;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instrument;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Level;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Relation;
import org.chancery.instrument.Source;
import org.chancery.instrument.Target;
import org.chancery.instrument.Title;
import org.chancery.rule.RuleBase;
import org.chancery.rule.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A case for a test, told in few words; what is not told is unknown. */
final class A {

  private static final Map<String, ZoneId> ZONES =
      Map.of("mddt", ZoneId.of("Asia/Baku"), "ankara", ZoneId.of("Europe/Istanbul"));
  private static final Calendars CALENDARS =
      new Calendars(calendar("weeks"), calendar("feasts"), calendar("overrides"));
  private static final RuleBase RULES =
      new Rules(new PathMatchingResourcePatternResolver()).base("deadline");

  static final Resource HOUSE = new ClassPathResource("rules/deadline/thresholds.csv");

  /** What a test judges by unless it says otherwise: statutory terms are tested by themselves. */
  private static final StatutoryTerms TERMS = StatutoryTerms.none();

  private static final LocalDate FIRST_START = LocalDate.of(2020, 1, 1);
  static final Resource LAW = new ClassPathResource("rules/deadline/statutory-terms.csv");
  static final Judge JUDGE = judge();
  static final Tables TABLES = tables(HOUSE);

  /** With the shipped terms, in a house that began to work before all that it records. */
  static final Tables LAWFUL =
      new Tables(StatutoryTerms.read(LAW, body -> true), TABLES.thresholds(), FIRST_START);

  private static final Tables GRACEFUL = tables(with("overdue,REPORT,,5,URGENT,"));

  /** The same judge without rules. */
  static final ByHand BY_HAND =
      new ByHand(JUDGE, TABLES.thresholds(), new PartyCode("AZ"), ZoneId.of("Asia/Baku"));

  private static final Instant RECORDED = Instant.parse("2026-11-20T08:00:00Z");
  private static final Source PRESS = new Source("AZERTAC", new StatedDate("2025-10-18"), null);

  private InstrumentType type = AGREEMENT;
  private @Nullable Boolean binding;
  private @Nullable List<String> languages;
  private @Nullable List<Attachment> attachments;
  private List<Party> parties = List.of(party("AZ"), party("KZ"));
  private @Nullable StatedDate period;
  private @Nullable StatedDate inForce;
  private Description.@Nullable Parent parent;
  private @Nullable Clause clause;
  private @Nullable Level level;
  private @Nullable Consent consent;
  private @Nullable List<BodyCode> participants;
  private Tables tables = TABLES;
  private Kin kin = Kin.NONE;
  private Instant recorded = RECORDED;
  private final List<Milestone> milestones = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();

  static A agreement() {
    return new A();
  }

  static A of(InstrumentType type) {
    A made = new A();
    made.type = type;
    return made;
  }

  /** An undertaking with a figure. */
  static A undertaking(Aim aim) {
    A made = of(InstrumentType.UNDERTAKING);
    made.targets.add(aim.made());
    return made;
  }

  /** The thresholds of the house with one more row. */
  static Resource with(String row) {
    return table(text(HOUSE) + row + "\n");
  }

  static Resource table(String text) {
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getFilename() {
        return "thresholds.csv";
      }
    };
  }

  static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Tables tables(Resource thresholds) {
    return new Tables(
        TERMS, Thresholds.read(thresholds, Ladder.with(JUDGE.catalogue())), FIRST_START);
  }

  private static Resource calendar(String table) {
    return new ClassPathResource("rules/calendar/" + table + ".csv");
  }

  private static Judge judge() {
    BodyZones bodies = body -> Optional.ofNullable(ZONES.get(body.value()));
    Zones states = new Zones(new ClassPathResource("rules/calendar/zones.csv"));
    return new Judge(RULES, bodies, states, CALENDARS, new PartyCode("AZ"));
  }

  /** Judged by the shipped table of statutory terms, in a house that began to work on the day. */
  A byLawSince(String firstStart) {
    return by(text(LAW), firstStart);
  }

  /** Judged by this table of statutory terms. */
  A by(String terms, String firstStart) {
    tables =
        new Tables(
            StatutoryTerms.read(table(terms), A::isBody),
            TABLES.thresholds(),
            LocalDate.parse(firstStart));
    return this;
  }

  A at(Level stated) {
    level = stated;
    return this;
  }

  A consentingBy(Consent stated) {
    consent = stated;
    return this;
  }

  A withParticipants(String... bodies) {
    participants = Arrays.stream(bodies).map(BodyCode::new).toList();
    return this;
  }

  A binding(boolean answer) {
    binding = answer;
    return this;
  }

  A among(String... codes) {
    parties = Arrays.stream(codes).map(A::party).toList();
    return this;
  }

  A during(String edtf) {
    period = new StatedDate(edtf);
    return this;
  }

  /** With a clause by which it enters into force on the date. */
  A computedInForce(String edtf) {
    inForce = new StatedDate(edtf);
    return clause(
        new Clause.General(Clause.Trigger.FIXED_DATE, null, null, null, null, null, inForce, null));
  }

  A authenticIn(String... codes) {
    languages = List.of(codes);
    return this;
  }

  /** This house holds these documents, and no other. */
  A holding(Document... documents) {
    kin = new Kin(null, false, new Papers(List.of(documents)));
    return this;
  }

  /** With originals that went through these hands, and no other. */
  A on(Hands... hands) {
    List<CustodyAct> acts = Arrays.stream(hands).flatMap(each -> each.acts().stream()).toList();
    kin = new Kin(null, false, new Papers(null, acts));
    return this;
  }

  A withAnnex(String name) {
    attachments = List.of(new Attachment(name, Attachment.Kind.ANNEX));
    return this;
  }

  A protocolTo(String... codes) {
    parent = new Description.Parent(Reference.of(2020, 1), null, Relation.PROTOCOL_TO);
    kin = new Kin(Arrays.stream(codes).map(PartyCode::new).collect(Collectors.toSet()), false);
    return this;
  }

  A succeeded() {
    kin = new Kin(null, true);
    return this;
  }

  A clause(Clause.General general) {
    clause = new Clause(general, null);
    return this;
  }

  A clause(Clause.General general, Clause.@Nullable PerParty later) {
    clause = new Clause(general, later);
    return this;
  }

  /** A party's share of the whole that a clause names; unknown until told. */
  A weighing(String code, String weight) {
    parties =
        parties.stream()
            .map(
                party ->
                    party.code().value().equals(code)
                        ? new Party(party.code(), null, new BigDecimal(weight))
                        : party)
            .toList();
    return this;
  }

  /** A deposit or note taken back, by its number. */
  A takesBack(int act, String party, String on) {
    return event(CONSENT_WITHDRAWN, party, new StatedDate(on), null, null, null, act, PRESS);
  }

  /** What follows is recorded at this instant. */
  A recordedAt(String instant) {
    recorded = Instant.parse(instant);
    return this;
  }

  A due(MilestoneKind kind, @Nullable String edtf) {
    return due(kind, edtf, "mddt", null);
  }

  A dueBy(Basis basis, MilestoneKind kind, String edtf) {
    return due(kind, edtf, null, null, basis, PRESS);
  }

  /** A deadline that no source states. */
  A typed(MilestoneKind kind, String edtf) {
    return due(kind, edtf, "mfa", null, null, null);
  }

  A due(MilestoneKind kind, @Nullable String edtf, @Nullable String body, @Nullable String party) {
    return due(kind, edtf, body, party, Basis.STATED, PRESS);
  }

  private A due(
      MilestoneKind kind,
      @Nullable String edtf,
      @Nullable String body,
      @Nullable String party,
      @Nullable Basis basis,
      @Nullable Source source) {
    milestones.add(
        new Milestone(
            milestones.size() + 1,
            kind,
            null,
            edtf == null ? null : new StatedDate(edtf),
            null,
            null,
            body == null ? null : new BodyCode(body),
            party == null ? null : new PartyCode(party),
            basis,
            source,
            null,
            recorded));
    return this;
  }

  /** A deadline that the register has already recorded as set by the term. */
  A recorded(MilestoneKind kind, String term) {
    milestones.add(
        new Milestone(
            milestones.size() + 1,
            kind,
            null,
            null,
            null,
            null,
            new BodyCode("mfa"),
            null,
            Basis.POLICY,
            null,
            new Milestone.Statutory(term, null),
            recorded));
    return this;
  }

  /** An objection to a reservation, by the number of its event. */
  A objects(int reservation, String party, String on) {
    return event(
        EventKind.RESERVATION_OBJECTED,
        party,
        new StatedDate(on),
        null,
        null,
        null,
        reservation,
        PRESS);
  }

  /** Known to this house by itself. */
  A own(EventKind kind, @Nullable String party, String on) {
    return event(kind, party, on, null, null, null, null);
  }

  /** The act of a body of ours. */
  A ownBy(String body, EventKind kind, String on) {
    own(kind, null, on);
    Event own = events.remove(events.size() - 1);
    events.add(
        new Event(
            own.id(),
            kind,
            null,
            null,
            own.on(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new BodyCode(body),
            own.recordedBy(),
            own.recordedAt()));
    return this;
  }

  /** Stated by a source. */
  A stated(EventKind kind, @Nullable String party, String on) {
    return stated(kind, party, on, "AZERTAC");
  }

  A stated(EventKind kind, @Nullable String party, String on, String outlet) {
    return event(kind, party, on, null, null, null, new Source(outlet, null, null));
  }

  /** Stated by a source, naming a milestone. */
  A closes(int milestone, EventKind kind, String on) {
    return event(kind, null, on, null, milestone, null, PRESS);
  }

  A corrects(int event, EventKind kind, @Nullable String party, String on) {
    return event(kind, party, on, null, null, event, PRESS);
  }

  A sets(EventKind kind, String on, String date) {
    return event(kind, null, on, new StatedDate(date), null, null, PRESS);
  }

  private A event(
      EventKind kind,
      @Nullable String party,
      String on,
      @Nullable StatedDate forDate,
      @Nullable Integer milestone,
      @Nullable Integer corrects,
      @Nullable Source source) {
    return event(kind, party, new StatedDate(on), forDate, milestone, corrects, null, source);
  }

  private A event(
      EventKind kind,
      @Nullable String party,
      StatedDate on,
      @Nullable StatedDate forDate,
      @Nullable Integer milestone,
      @Nullable Integer corrects,
      @Nullable Integer refersTo,
      @Nullable Source source) {
    events.add(
        new Event(
            events.size() + 1,
            kind,
            party == null ? null : new PartyCode(party),
            milestone,
            on,
            forDate,
            null,
            null,
            null,
            null,
            null,
            refersTo,
            corrects,
            source,
            null,
            "clerk",
            recorded));
    return this;
  }

  /** Its first milestone gets another date, decided at noon of the day. */
  A extended(String on, String to) {
    return extended(1, on, to);
  }

  A extended(int milestone, String on, String to) {
    return decided(milestone, EXTENSION, on, null, to, null);
  }

  /** A waiver of its first milestone, proposed at noon of the day. */
  A waiverProposed(String on) {
    return decided(1, WAIVER, on, null, null, null);
  }

  /** A waiver of its first milestone, proposed and confirmed at noon of the days. */
  A waived(String on, String confirmed) {
    return decided(1, WAIVER, on, null, null, noonOf(confirmed));
  }

  /** Its first milestone is suspended, decided at noon of the day. */
  A suspended(String on, String from, @Nullable String to) {
    return decided(1, SUSPENSION, on, from, to, null);
  }

  private A decided(
      int milestone,
      Decision.Kind kind,
      String on,
      @Nullable String from,
      @Nullable String to,
      @Nullable Instant confirmed) {
    decisions.add(
        new Decision(
            decisions.size() + 1,
            milestone,
            kind,
            from == null ? null : new StatedDate(from),
            to == null ? null : new StatedDate(to),
            "A reason",
            "Order 7",
            new BodyCode("mddt"),
            "manager",
            noonOf(on),
            confirmed == null ? null : "deputy",
            confirmed,
            null,
            null));
    return this;
  }

  private static Instant noonOf(String day) {
    return Instant.parse(day + "T08:00:00Z");
  }

  CaseFile file() {
    Description description =
        new Description(
            type,
            level,
            binding,
            "example",
            Title.english("Example"),
            null,
            null,
            languages,
            attachments,
            parties,
            consent,
            new BodyCode("mddt"),
            participants,
            period,
            parent,
            null,
            targets,
            clause);
    Instrument instrument =
        new Instrument(
            Reference.of(2026, 1), description, null, "clerk", RECORDED, RECORDED, 1, inForce);
    return new CaseFile(instrument, milestones, events, decisions);
  }

  Judgement judgedOn(String day) {
    return judged(AsOf.day(LocalDate.parse(day)));
  }

  Judgement judged(AsOf asOf) {
    return JUDGE.judge(file(), kin, asOf, tables);
  }

  /** How its first milestone stands on the day. */
  Standing standingOn(String day) {
    return judgedOn(day).standing(1).orElseThrow();
  }

  /** The milestone that the statutory term sets by the day; its first where it sets several. */
  Milestone setBy(String term, String day) {
    return judgedOn(day).file().milestones().stream()
        .filter(each -> each.statutory() != null && each.statutory().id().equals(term))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no term " + term + " sets a deadline by " + day));
  }

  /** How that milestone stands on the day. */
  Standing standingOn(String day, String term) {
    return judgedOn(day).standing(setBy(term, day).id()).orElseThrow();
  }

  /** By when the term is due, as seen on the day. */
  LocalDate dueOn(String day, String term) {
    return java.util.Objects.requireNonNull(standingOn(day, term).due().latest());
  }

  Status statusOn(String day) {
    return standingOn(day).status();
  }

  /** Its first finding in a house that grants five days of grace for reports. */
  Finding gracefullyJudgedOn(String day) {
    return JUDGE.judge(file(), kin, AsOf.day(LocalDate.parse(day)), GRACEFUL).findings().get(0);
  }

  /** The ids of the rules that contradict the record on the day. */
  List<String> contradictionsOn(String day) {
    return judgedOn(day).findings().stream()
        .filter(finding -> finding.status() == Status.CONTRADICTION)
        .map(Finding::rule)
        .toList();
  }

  Finding contradictionOn(String day) {
    return judgedOn(day).findings().stream()
        .filter(finding -> finding.status() == Status.CONTRADICTION)
        .findFirst()
        .orElseThrow();
  }

  /** How its first target stands on the day. */
  TargetStanding targetOn(String day) {
    return judgedOn(day).targets().get(0);
  }

  /** The findings on its targets on the day. */
  List<Finding> targetFindingsOn(String day) {
    return judgedOn(day).findings().stream()
        .filter(finding -> finding.subject().target() != null)
        .toList();
  }

  EntryIntoForce forceOn(String day) {
    return EntryIntoForce.of(file(), LocalDate.parse(day));
  }

  EntryIntoForce.OfParty forceOn(String day, String party) {
    return forceOn(day).of(new PartyCode(party)).orElseThrow();
  }

  private static boolean isBody(BodyCode body) {
    return body.value().equals("mfa") || ZONES.containsKey(body.value());
  }

  private static Party party(String code) {
    return new Party(new PartyCode(code), null, null);
  }
}
