package org.chancery.deadline;

import static org.chancery.instrument.EventKind.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.BodyCode;
import org.chancery.calendar.MonthEnd;
import org.chancery.calendar.StatedDate;
import org.chancery.document.CustodyAct;
import org.chancery.document.Document;
import org.chancery.document.DocumentKind;
import org.chancery.document.Hands;
import org.chancery.document.Holder;
import org.chancery.document.Papers;
import org.chancery.instrument.Attachment;
import org.chancery.instrument.Basis;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Clause;
import org.chancery.instrument.Description;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instrument;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Relation;
import org.chancery.instrument.Source;
import org.chancery.instrument.Title;
import org.jspecify.annotations.Nullable;

/** One case made by chance, on a way that real instruments go, more or less in its order. */
final class MadeUpCase {

  private static final PartyCode HOME = new PartyCode("AZ");
  private static final List<PartyCode> OTHERS =
      Stream.of("KZ", "TR", "UZ", "GE", "HU").map(PartyCode::new).toList();
  private static final List<BodyCode> BODIES =
      Stream.of("mddt", "mfa", "energy", "ankara").map(BodyCode::new).toList();
  private static final List<MilestoneKind> KINDS = List.of(MilestoneKind.values());
  private static final List<Source> SOURCES =
      Stream.of("AZERTAC", "525.az", "Kazinform")
          .map(outlet -> new Source(outlet, new StatedDate("2025-10-18"), null))
          .toList();
  private static final List<String> OFFSETS = List.of("P30D", "P1M", "P2W", "P1Y10D");

  private static final List<Holder> HOLDERS =
      List.of(
          Holder.REGISTRY,
          Holder.of(new BodyCode("mddt")),
          Holder.of(new BodyCode("energy")),
          new Holder(null, "National Archive"));

  private static final Attachment ANNEX = new Attachment("Annex 1", Attachment.Kind.ANNEX);

  private final Chance chance;
  private final int number;
  private final List<PartyCode> parties;
  private final InstrumentType type;
  private final LocalDate opened;
  private final List<Milestone> milestones = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();

  MadeUpCase(Chance chance, int number) {
    this.chance = chance;
    this.number = number;
    this.type = chance.oneOf(List.of(InstrumentType.values()));
    this.opened = Population.DAY.minusDays(chance.between(60, 900));
    this.parties =
        Stream.concat(Stream.of(HOME), OTHERS.stream().filter(each -> chance.in100(30))).toList();
  }

  Population.Case with(int howMany) {
    for (int id = 1; id <= howMany; id++) {
      milestones.add(milestone(id));
    }
    happens();
    return new Population.Case(new CaseFile(instrument(), milestones, events), kin());
  }

  private Milestone milestone(int id) {
    LocalDate day = Population.DAY.plusDays(chance.between(-500, 700));
    LocalDate recorded = opened.plusDays(chance.between(0, 50));
    return new Milestone(
        id,
        chance.oneOf(KINDS),
        null,
        chance.perhaps(95, chance.deadline(day)),
        null,
        null,
        chance.perhaps(70, chance.oneOf(BODIES)),
        chance.perhaps(30, chance.oneOf(parties)),
        chance.perhaps(60, chance.oneOf(List.of(Basis.values()))),
        chance.perhaps(60, chance.oneOf(SOURCES)),
        null,
        noon(recorded));
  }

  /** What happened, from the authority to sign to the end. */
  private void happens() {
    LocalDate signing = opened.plusDays(chance.between(-30, 200));
    often(60, AUTHORISED, chance.perhaps(70, HOME), signing.minusDays(chance.between(-2, 60)));
    often(80, SIGNED, chance.perhaps(40, HOME), signing);
    often(15, SIGNED, chance.oneOf(parties), signing.plusDays(chance.between(-20, 20)));
    often(30, ORIGINAL_LODGED, null, signing.plusDays(chance.between(1, 40)));
    parties.forEach(party -> consents(party, signing.plusDays(chance.between(-10, 200))));
    LocalDate force = signing.plusDays(chance.between(-20, 400));
    often(10, NOTIFIED_BY_DEPOSITARY, null, force.minusDays(20));
    often(30, ENTERED_INTO_FORCE, null, force);
    often(25, REGISTERED_UN, null, force.plusDays(chance.between(5, 200)));
    milestones.forEach(milestone -> often(35, milestone));
    often(6, chance.oneOf(List.of(TERMINATED, EXPIRED, WITHDRAWN)), null, force.plusDays(90));
    if (!events.isEmpty() && chance.in100(10)) {
      corrects(chance.oneOf(events));
    }
  }

  private void consents(PartyCode party, LocalDate day) {
    often(45, chance.oneOf(List.of(RATIFIED, APPROVED, ACCEPTED)), party, day);
    often(40, NOTIFICATION_RECEIVED, party, day.plusDays(chance.between(1, 60)));
    often(25, DEPOSITED, party, day.plusDays(chance.between(1, 60)));
  }

  private void often(int times, EventKind kind, @Nullable PartyCode party, LocalDate day) {
    if (chance.in100(times)) {
      add(kind, party, null, day, null);
    }
  }

  private void often(int times, Milestone milestone) {
    if (chance.in100(times)) {
      EventKind kind = chance.oneOf(milestone.kind().closedBy().stream().sorted().toList());
      LocalDate day = Population.DAY.minusDays(chance.between(-40, 400));
      add(kind, milestone.party(), chance.perhaps(60, milestone.id()), day, null);
    }
  }

  private void corrects(Event wrong) {
    LocalDate day = Population.DAY.minusDays(chance.between(0, 300));
    add(wrong.kind(), wrong.party(), wrong.milestone(), day, wrong.id());
  }

  private void add(
      EventKind kind,
      @Nullable PartyCode party,
      @Nullable Integer milestone,
      LocalDate day,
      @Nullable Integer corrects) {
    LocalDate recorded = day.plusDays(chance.in100(97) ? chance.between(0, 20) : -30);
    events.add(
        new Event(
            events.size() + 1,
            kind,
            party,
            milestone,
            chance.stated(day),
            kind.setsADate() ? chance.stated(day.plusDays(30)) : null,
            null,
            null,
            null,
            null,
            null,
            null,
            corrects,
            chance.perhaps(60, chance.oneOf(SOURCES)),
            chance.perhaps(20, chance.oneOf(BODIES)),
            "clerk",
            noon(recorded)));
  }

  private Instrument instrument() {
    Description description =
        new Description(
            type,
            null,
            chance.perhaps(70, chance.in100(70)),
            "case-" + number,
            Title.english("Example"),
            null,
            null,
            isWritten() ? List.of("az", "kk") : null,
            isWritten() ? List.of(ANNEX) : null,
            parties.stream().map(code -> new Party(code, null, null)).toList(),
            null,
            chance.oneOf(BODIES),
            null,
            period(),
            parent(),
            null,
            null,
            chance.in100(50) ? new Clause(general(), null) : null);
    Instant at = noon(opened);
    return new Instrument(
        Reference.of(2026, number % 1_000_000), description, null, "clerk", at, at, 1, null);
  }

  private @Nullable StatedDate period() {
    LocalDate end = Population.DAY.plusDays(chance.between(-100, 400));
    return chance.perhaps(type.isProgramme() ? 90 : 10, new StatedDate("2022/" + end));
  }

  private Description.@Nullable Parent parent() {
    return type == InstrumentType.PROTOCOL
        ? new Description.Parent(Reference.of(2020, 1), null, Relation.PROTOCOL_TO)
        : null;
  }

  private Kin kin() {
    Set<PartyCode> known =
        OTHERS.stream().filter(each -> chance.in100(80)).collect(Collectors.toSet());
    known.add(HOME);
    Papers papers = isWritten() ? new Papers(texts(), hands()) : Papers.UNKNOWN;
    return new Kin(type == InstrumentType.PROTOCOL ? known : null, chance.in100(10), papers);
  }

  /** Whether its authentic languages are stated. */
  private boolean isWritten() {
    return number % 3 == 0;
  }

  private List<Document> texts() {
    Document.Version version =
        new Document.Version(
            1, "0", 1, "text/plain", "text.txt", null, "clerk", noon(opened), List.of());
    List<Document> all =
        List.of(
            new Document(1, DocumentKind.SIGNED, "az", null, List.of(), List.of(version)),
            new Document(2, DocumentKind.ANNEX, "kk", ANNEX.name(), List.of(), List.of(version)),
            new Document(3, DocumentKind.DRAFT, "kk", null, List.of(), List.of(version)));
    return all.stream().filter(each -> chance.in100(70)).toList();
  }

  /** What was done with its original: mostly with nothing to say of it. */
  private @Nullable List<CustodyAct> hands() {
    LocalDate day = Population.DAY.minusDays(chance.between(0, 60));
    Hands hands = Hands.of(chance.oneOf(HOLDERS), day.toString());
    if (chance.in100(60)) {
      Holder receiver = chance.oneOf(HOLDERS);
      String later = day.plusDays(chance.between(0, 30)).toString();
      if (chance.in100(20)) {
        hands.gives(chance.oneOf(HOLDERS), receiver, later);
      } else {
        hands.gives(receiver, later);
      }
      if (chance.in100(50)) {
        hands.received(later);
      } else if (chance.in100(30)) {
        hands.refused(later);
      }
    }
    return chance.perhaps(60, hands.acts());
  }

  private Clause.General general() {
    return new Clause.General(
        chance.oneOf(Arrays.asList(Clause.Trigger.values())),
        chance.perhaps(40, chance.between(1, 3)),
        null,
        chance.perhaps(50, chance.oneOf(OFFSETS)),
        chance.perhaps(30, chance.oneOf(List.of(MonthEnd.values()))),
        chance.perhaps(20, Clause.Align.FIRST_DAY_OF_FOLLOWING_MONTH),
        chance.perhaps(90, chance.stated(opened.plusDays(chance.between(0, 500)))),
        chance.perhaps(10, chance.stated(opened.plusDays(chance.between(0, 500)))));
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
