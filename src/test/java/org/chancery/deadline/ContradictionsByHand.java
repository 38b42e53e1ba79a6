package org.chancery.deadline;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.chancery.instrument.EventKind.*;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.chancery.document.Document;
import org.chancery.document.DocumentKind;
import org.chancery.instrument.Attachment;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Description;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.EventKind.Phase;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Relation;
import org.jspecify.annotations.Nullable;

/** The contradictions of one record, found by loops within loops instead of rules. */
final class ContradictionsByHand {

  /** Takes what was found. */
  @FunctionalInterface
  interface Sink {
    void add(String rule, LocalDate since, @Nullable BodyCode body, Finding.Fact... facts);

    default void add(String rule, LocalDate since, Finding.Fact... facts) {
      add(rule, since, null, facts);
    }
  }

  private static final Set<EventKind> ONCE =
      Set.of(
          SIGNED,
          RATIFIED,
          APPROVED,
          ACCEPTED,
          ACCEDED,
          EXCHANGED,
          ENTERED_INTO_FORCE,
          REGISTERED_UN,
          TERMINATED,
          EXPIRED,
          WITHDRAWN);

  private final CaseFile file;
  private final List<Milestone> applicable;
  private final Description description;
  private final Kin kin;
  private final List<Happened> standing;
  private final @Nullable StatedDate inForce;
  private final PartyCode home;
  private final ZoneId zone;
  private final LocalDate today;
  private final Sink sink;

  ContradictionsByHand(
      CaseFile file,
      List<Milestone> applicable,
      Kin kin,
      List<Happened> standing,
      @Nullable StatedDate inForce,
      PartyCode home,
      ZoneId zone,
      LocalDate today,
      Sink sink) {
    this.file = file;
    this.applicable = applicable;
    this.description = file.description();
    this.kin = kin;
    this.standing = standing;
    this.inForce = inForce;
    this.home = home;
    this.zone = zone;
    this.today = today;
    this.sink = sink;
  }

  /**
   * @param days the thresholds of the rules that count days, for this case
   */
  void find(List<Thresholds.Row> days) {
    for (Happened each : standing) {
      tooSoon(each);
      if (each.past()) {
        authority(each);
        signature(each);
        consent(each);
        force(each);
        disagrees(each);
      }
    }
    strangers();
    for (Thresholds.Row row : days) {
      switch (row.id()) {
        case "in-force-not-registered" -> unregistered(days(row));
        case "original-not-lodged" -> unlodged(days(row));
        case "receipt-overdue" -> custody(days(row));
        case "text-missing" -> textless(days(row));
        case "attachment-missing" -> detached(days(row));
        case "programme-without-successor" -> ends(days(row));
        default -> {}
      }
    }
  }

  private void custody(int days) {
    if (kin.papers().custody() != null) {
      new CustodyByHand(today, zone, sink).find(kin.papers().custody(), standing, days);
    }
  }

  private static int days(Thresholds.Row row) {
    return Objects.requireNonNull(row.days());
  }

  private void tooSoon(Happened each) {
    boolean soon = each.first() != null && each.first().isAfter(each.recordedOn());
    if (soon && !each.recordedOn().isAfter(today)) {
      sink.add("happened-in-the-future", each.recordedOn(), each.fact());
    }
  }

  private void authority(Happened authority) {
    PartyCode actor = authority.actor();
    if (authority.kind() != AUTHORISED || actor == null) {
      return;
    }
    for (Happened signature : standing) {
      if (isFirstSignature(signature, actor)
          && signature.isBefore(authority)
          && none(
              other ->
                  other.kind() == AUTHORISED && other.isOf(actor) && !signature.isBefore(other))) {
        sink.add("signed-before-authority", authority.day(), signature.fact(), authority.fact());
      }
    }
  }

  private boolean isFirstSignature(Happened signature, @Nullable PartyCode of) {
    return signature.past()
        && signature.isSignature()
        && (of == null || signature.isOf(of))
        && none(
            other ->
                other.past()
                    && other.isSignature()
                    && (of == null || other.isOf(of))
                    && other.precedes(signature));
  }

  private void signature(Happened signature) {
    if (!signature.isSignature() || !signature.isOwn() || !signature.isOf(home)) {
      return;
    }
    if (!description.type().isPerformedOnly() && none(other -> other.kind() == AUTHORISED)) {
      sink.add("signed-without-authority", signature.day(), signature.fact());
    }
  }

  private void consent(Happened consent) {
    boolean follows =
        consent.kind() == RATIFIED || consent.kind() == APPROVED || consent.kind() == ACCEPTED;
    PartyCode actor = consent.actor();
    if (follows && actor != null) {
      for (Happened signature : standing) {
        if (isFirstSignature(signature, actor)
            && consent.isBefore(signature)
            && none(
                other -> other.isSignature() && other.isOf(actor) && !consent.isBefore(other))) {
          sink.add("consent-before-signature", signature.day(), consent.fact(), signature.fact());
        }
      }
    }
    if (follows
        && consent.kind() != ACCEPTED
        && consent.isOwn()
        && consent.isOf(home)
        && none(other -> other.isSignature() && other.isOf(home))) {
      sink.add("consent-without-signature", consent.day(), consent.fact());
    }
  }

  private void force(Happened stated) {
    if (stated.kind() != ENTERED_INTO_FORCE) {
      return;
    }
    if (inForce != null && stated.isBefore(inForce)) {
      sink.add("in-force-earlier-than-computed", stated.day(), stated.fact(), computed(inForce));
    }
    if (inForce != null && stated.isAfter(inForce)) {
      sink.add("in-force-later-than-computed", stated.day(), stated.fact(), computed(inForce));
    }
    for (Happened signature : standing) {
      if (isFirstSignature(signature, null)
          && stated.isBefore(signature)
          && none(other -> other.isSignature() && !stated.isBefore(other))) {
        sink.add("in-force-before-signature", signature.day(), stated.fact(), signature.fact());
      }
    }
  }

  private static Finding.Fact computed(StatedDate date) {
    return new Finding.Fact("COMPUTED", null, null, null, date, null, null, null);
  }

  private void disagrees(Happened one) {
    for (Happened other : standing) {
      boolean same =
          one.kind() == other.kind()
              && Objects.equals(one.event().party(), other.event().party())
              && Objects.equals(one.event().milestone(), other.event().milestone())
              && (one.event().milestone() != null || ONCE.contains(one.kind()));
      boolean twoSources =
          one.event().source() != null
              && other.event().source() != null
              && !one.event().source().equals(other.event().source());
      if (other.past() && same && twoSources && one.isBefore(other)) {
        sink.add("sources-disagree", other.day(), one.fact(), other.fact());
      }
    }
  }

  private void strangers() {
    Set<PartyCode> known = kin.parentParties();
    Description.Parent parent = description.parent();
    if (known == null || parent == null || parent.relation() != Relation.PROTOCOL_TO) {
      return;
    }
    Set<PartyCode> strangers = new TreeSet<>();
    for (Party party : description.parties()) {
      if (!known.contains(party.code())) {
        strangers.add(party.code());
      }
    }
    LocalDate opened = file.instrument().openedAt().atZone(zone).toLocalDate();
    for (PartyCode each : strangers) {
      Finding.Fact fact = new Finding.Fact("PARTY", null, null, each, null, null, null, null);
      sink.add("protocol-party-not-in-parent", opened, fact);
    }
  }

  private void unregistered(int days) {
    if (!Boolean.TRUE.equals(description.binding())
        || !none(each -> each.kind() == REGISTERED_UN)) {
      return;
    }
    Happened stated = null;
    boolean ran = false;
    for (Happened each : standing) {
      if (each.isOwn()) {
        boolean in = each.kind() == ENTERED_INTO_FORCE;
        stated = in && (stated == null || each.precedes(stated)) ? each : stated;
        ran |= each.kind().phase() == Phase.SIGNATURE || each.kind().phase() == Phase.CONSENT;
      }
    }
    Finding.Fact computed = ran && inForce != null ? computed(inForce) : null;
    Finding.Fact force = stated == null ? computed : stated.fact();
    LocalDate last = force == null || force.on() == null ? null : force.on().latest();
    if (force != null && last != null && !last.isAfter(today.minusDays(days + 1L))) {
      sink.add("in-force-not-registered", last.plusDays(days + 1L), force);
    }
  }

  private void unlodged(int days) {
    InstrumentType type = description.type();
    boolean keeps =
        !type.isPerformedOnly() && !type.isProgramme() && type != InstrumentType.EXCHANGE_OF_NOTES;
    boolean asked = applicable.stream().anyMatch(each -> each.kind() == MilestoneKind.LODGING);
    if (!keeps || asked || !none(each -> each.kind() == ORIGINAL_LODGED)) {
      return;
    }
    for (Happened each : standing) {
      boolean ours = each.past() && each.kind() == SIGNED && each.isOwn() && each.isOf(home);
      if (ours && each.last() != null && !each.last().isAfter(today.minusDays(days + 1L))) {
        sink.add("original-not-lodged", each.day().plusDays(days + 1L), each.fact());
      }
    }
  }

  private void textless(int days) {
    Happened signature = ourSignature(days);
    List<Document> held = kin.papers().texts();
    if (signature == null || held == null) {
      return;
    }
    for (String language : description.authentic()) {
      boolean there = false;
      for (Document each : held) {
        there |= each.kind() == DocumentKind.SIGNED && each.language().equals(language);
      }
      if (!there) {
        Finding.Fact text =
            new Finding.Fact("TEXT", null, null, null, null, null, null, null, language, null);
        sink.add("text-missing", signature.day().plusDays(days + 1L), signature.fact(), text);
      }
    }
  }

  private void detached(int days) {
    Happened signature = ourSignature(days);
    List<Document> held = kin.papers().texts();
    if (signature == null || held == null) {
      return;
    }
    for (Attachment attachment : description.attached()) {
      for (String language : description.authentic()) {
        boolean there = false;
        for (Document each : held) {
          there |=
              each.kind().name().equals(attachment.kind().name())
                  && each.language().equals(language)
                  && attachment.name().equals(each.name());
        }
        if (!there) {
          String kind = attachment.kind().name();
          Finding.Fact fact =
              new Finding.Fact(
                  kind, null, null, null, null, null, null, null, language, attachment.name());
          sink.add(
              "attachment-missing", signature.day().plusDays(days + 1L), signature.fact(), fact);
        }
      }
    }
  }

  /** The first of this house's own signatures, if it is older than so many days. */
  private @Nullable Happened ourSignature(int days) {
    Happened first = null;
    for (Happened each : standing) {
      boolean ours = each.past() && each.kind() == SIGNED && each.isOwn() && each.isOf(home);
      first = ours && (first == null || each.precedes(first)) ? each : first;
    }
    boolean old =
        first != null && first.last() != null && !first.last().isAfter(today.minusDays(days + 1L));
    return old ? first : null;
  }

  private void ends(int days) {
    LocalDate end = description.period() == null ? null : description.period().latest();
    if (end == null || !description.type().isProgramme() || kin.isSucceeded()) {
      return;
    }
    long left = DAYS.between(today, end);
    LocalDate since = end.minusDays(days);
    boolean open =
        none(
            each ->
                each.past()
                    && (each.kind() == RENEWED
                        || each.kind().phase() == Phase.END
                        || (each.kind() == REPORTED
                            && (each.last() == null || !each.last().isBefore(since)))));
    if (left >= 0 && left < days && open) {
      Finding.Fact period =
          new Finding.Fact("PERIOD", null, null, null, StatedDate.of(end), null, null, null);
      sink.add("programme-without-successor", since.plusDays(1), period);
    }
  }

  private boolean none(java.util.function.Predicate<Happened> fits) {
    for (Happened each : standing) {
      if (fits.test(each)) {
        return false;
      }
    }
    return true;
  }
}
