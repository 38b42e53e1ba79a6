package org.chancery.instrument;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static org.chancery.instrument.EventKind.*;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.instrument.EventKind.Phase;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What this house may claim as its own act: nothing that lies in the future, and nothing before
 * what it follows, unless a reason is given. What a source states is always stored instead.
 */
final class Order {

  private static final Map<EventKind, Set<EventKind>> AFTER_ANY_OF = new EnumMap<>(EventKind.class);

  static {
    after(Set.of(DRAFTED), EXPERTISE_GIVEN, RETURNED, CLEARED, OBJECTED, AUTHORISED, INITIALLED);
    after(Set.of(AUTHORISED), SIGNED, SIGNED_AD_REFERENDUM);
    after(Set.of(SIGNED_AD_REFERENDUM), SIGNATURE_CONFIRMED);
    Set<EventKind> signature = Set.of(SIGNED, SIGNED_AD_REFERENDUM, SIGNATURE_CONFIRMED);
    after(signature, ORIGINAL_LODGED, SUBMITTED_TO_PARLIAMENT, HEAD_OF_STATE_ACT, GOVERNMENT_ACT);
    after(signature, RATIFIED, APPROVED, ACCEPTED, ENTERED_INTO_FORCE, PUBLISHED);
    after(signature, ENTERED_IN_REGISTER, PROVISIONALLY_APPLIED, RECTIFIED);
    after(signature, MEASURE_DONE, REPORTED, RENEWED, DENOUNCED);
    after(Set.of(SUBMITTED_TO_PARLIAMENT), LAW_ADOPTED, REFUSED_BY_PARLIAMENT);
    after(Set.of(SUBMITTED_TO_PARLIAMENT), CONSIDERED_BY_COMMITTEE, PASSED_BY_PARLIAMENT);
    after(Set.of(RATIFIED, APPROVED, ACCEPTED, ACCEDED), NOTIFICATION_SENT, EXCHANGED);
    after(Set.of(ENTERED_INTO_FORCE), REGISTERED_UN);
    after(Set.of(RESERVATION_MADE), RESERVATION_OBJECTED);
  }

  private final CaseFile file;
  private final NewEvent claim;

  private Order(CaseFile file, NewEvent claim) {
    this.file = file;
    this.claim = claim;
  }

  /**
   * Lets the event pass into the case.
   *
   * @param pointer where the event stands in the body
   * @param today this house's day
   * @throws Refusal when it is claimed as our own act and cannot be so
   */
  static void check(CaseFile file, NewEvent claim, String pointer, LocalDate today) {
    if (claim.source() != null) {
      return;
    }
    if (claim.on().isSurelyAfter(today)) {
      throw Refusal.doesNotFit(pointer + "/on", "event.future");
    }
    if (!isExplained(claim)) {
      new Order(file, claim).checkEnd(pointer);
      if (!file.description().type().isPerformedOnly()) {
        new Order(file, claim).check(pointer);
      }
    }
  }

  /**
   * After the end of a case nothing more happens to it, but that something is set right; of two who
   * end it the second is told who was first.
   */
  private void checkEnd(String pointer) {
    List<Event> ends =
        file.standing().stream().filter(event -> event.kind().endsTheCase()).toList();
    if (ends.isEmpty() || claim.corrects() != null) {
      return;
    }
    for (Event same : ends) {
      if (same.kind() == claim.kind()) {
        throw Refusal.of(
            Refusal.Kind.CONFLICT, "event.ended.already", claim.kind(), same.recordedBy());
      }
    }
    throw Refusal.doesNotFit(pointer + "/reason", "event.ended", claim.kind());
  }

  private static boolean isExplained(NewEvent claim) {
    return claim.reason() != null && !claim.reason().isBlank();
  }

  private void check(String pointer) {
    Set<EventKind> needed = AFTER_ANY_OF.getOrDefault(claim.kind(), Set.of());
    if (needed.isEmpty()) {
      return;
    }
    Optional<Event> first = earlier(needed).min(comparing(Order::from, nullsFirst(naturalOrder())));
    if (first.isPresent()) {
      checkDates(pointer, first.get());
    } else if (!isPassed(needed)) {
      String missing = String.join(" / ", needed.stream().map(EventKind::name).sorted().toList());
      throw Refusal.doesNotFit(pointer + "/reason", "event.order", claim.kind(), missing);
    }
  }

  private void checkDates(String pointer, Event earlier) {
    LocalDate latest = claim.on().latest();
    LocalDate before = earlier.on().earliest();
    if (latest != null && before != null && latest.isBefore(before)) {
      throw Refusal.doesNotFit(
          pointer + "/on", "event.before", claim.kind(), earlier.kind(), earlier.on().edtf());
    }
  }

  private static @Nullable LocalDate from(Event event) {
    return event.on().earliest();
  }

  /**
   * What must have come before and was not sent back, by the same party; an objection answers
   * another's reservation.
   */
  private Stream<Event> earlier(Set<EventKind> needed) {
    return file.standing().stream()
        .filter(event -> needed.contains(event.kind()) && !isSentBack(event))
        .filter(
            event ->
                claim.party() == null
                    || claim.kind() == RESERVATION_OBJECTED
                    || isShared(event)
                    || event.countsFor(claim.party()));
  }

  /** A signature ad referendum that was not confirmed leads back to the negotiation. */
  private boolean isSentBack(Event event) {
    return event.kind() == SIGNED_AD_REFERENDUM && file.sentBackBy(event).isPresent();
  }

  /** What is done once for all, before the parties' columns part. */
  private static boolean isShared(Event event) {
    return event.kind().phase() == Phase.PREPARATION || event.party() == null;
  }

  /** Whether the case is already beyond what is needed: its early steps may be unknown. */
  private boolean isPassed(Set<EventKind> needed) {
    Phase latestNeeded = needed.stream().map(EventKind::phase).max(Enum::compareTo).orElseThrow();
    boolean beyond =
        file.standing().stream().map(Event::kind).anyMatch(kind -> isBeyond(kind, latestNeeded));
    boolean computed = needed.contains(ENTERED_INTO_FORCE) && file.instrument().inForce() != null;
    return computed || (beyond && latestNeeded != Phase.CONSENT);
  }

  /** An original that is lodged has been signed. */
  private static boolean isBeyond(EventKind kind, Phase phase) {
    return kind.phase().compareTo(phase) > 0
        || (phase == Phase.SIGNATURE && kind == ORIGINAL_LODGED);
  }

  private static void after(Set<EventKind> needed, EventKind... kinds) {
    List.of(kinds).forEach(kind -> AFTER_ANY_OF.put(kind, needed));
  }
}
