package org.chancery.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.access.Accounts;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.NewEvent;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the event {@code ORIGINAL_LODGED} and the register of originals from contradicting each
 * other, whichever is recorded first: what is lodged is with the registry, and the signed original
 * that comes to the registry is lodged.
 */
@Component
class Lodging {

  private final Custody custody;
  private final Instruments instruments;
  private final Keepers keepers;
  private final Accounts accounts;
  private final PartyCode home;

  Lodging(
      Custody custody,
      Instruments instruments,
      Keepers keepers,
      Accounts accounts,
      @Value("${chancery.home}") String home) {
    this.custody = custody;
    this.instruments = instruments;
    this.keepers = keepers;
    this.accounts = accounts;
    this.home = new PartyCode(home);
  }

  @EventListener
  void follow(CaseChanged changed) {
    Reference reference = changed.reference();
    switch (changed.change()) {
      case OPENED ->
          ((CaseFile) changed.after()).standing().forEach(event -> lodged(reference, event));
      case EVENT_RECORDED -> lodged(reference, (Event) changed.after());
      case ORIGINAL_REGISTERED, ORIGINAL_RECEIVED ->
          arrived(reference, (CustodyAct) changed.after());
      default -> {}
    }
  }

  /** What a source states of a lodging says nothing of where our paper is. */
  private void lodged(Reference reference, Event event) {
    if (event.kind() != EventKind.ORIGINAL_LODGED || event.source() != null) {
      return;
    }
    CaseFile file = instruments.known(reference);
    List<Original> originals = custody.of(file);
    if (originals.isEmpty()) {
      custody.follow(
          reference, NewCustodyAct.registered(ownerOf(file, event), Holder.REGISTRY, event.on()));
    } else if (originals.stream().noneMatch(each -> each.wasWith(Holder.REGISTRY))) {
      theOne(originals).ifPresent(original -> bring(reference, original, event.on()));
    }
  }

  /** Of two parties each has its alternat, and ours is lodged; of many there is one original. */
  private @Nullable PartyCode ownerOf(CaseFile file, Event event) {
    if (event.party() != null) {
      return event.party();
    }
    boolean two = file.description().parties().size() == 2;
    return two && file.description().party(home).isPresent() ? home : null;
  }

  /** The only original, else our own alternat; of several that may be meant none is. */
  private Optional<Original> theOne(List<Original> originals) {
    List<Original> own =
        originals.size() == 1
            ? originals
            : originals.stream().filter(each -> home.equals(each.party())).toList();
    return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
  }

  /**
   * Who lodges gives it to the registry; the registrar and the treaty department confirm it too.
   */
  private void bring(Reference reference, Original original, StatedDate on) {
    Original.Handover underWay = original.underWay();
    if (underWay != null && !underWay.to().equals(Holder.REGISTRY)) {
      return;
    }
    if (underWay == null) {
      custody.follow(reference, NewCustodyAct.handedOver(original.number(), Holder.REGISTRY, on));
    }
    if (keepers.keepsAll(accounts.current())) {
      custody.follow(reference, NewCustodyAct.received(original.number(), on));
    }
  }

  private void arrived(Reference reference, CustodyAct act) {
    CaseFile file = instruments.known(reference);
    boolean isLodged =
        custody.of(file).stream()
            .filter(original -> original.number() == act.original())
            .anyMatch(original -> isLodged(original, act.on(), file, home));
    if (isLodged && !file.has(EventKind.ORIGINAL_LODGED)) {
      instruments.record(reference, NewEvent.of(EventKind.ORIGINAL_LODGED, act.on()));
    }
  }

  /** A signed original that is with the registry is lodged; the other side's alternat is not. */
  static boolean isLodged(Original original, StatedDate day, CaseFile file, PartyCode home) {
    boolean isOurs = original.party() == null || original.party().equals(home);
    return isOurs && original.holder().equals(Holder.REGISTRY) && isSignedBy(file, day);
  }

  private static boolean isSignedBy(CaseFile file, StatedDate day) {
    boolean ended = file.standing().stream().anyMatch(event -> event.kind().endsTheCase());
    Stream<Event> signatures = file.standing(EventKind.SIGNED, EventKind.SIGNED_AD_REFERENDUM);
    return !ended
        && signatures
            .map(event -> event.on().earliest())
            .filter(Objects::nonNull)
            .anyMatch(signed -> day.latest() == null || !signed.isAfter(day.latest()));
  }
}
