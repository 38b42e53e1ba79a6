package org.chancery.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.chancery.access.BodyCode;
import org.chancery.document.CustodyAct;
import org.chancery.document.Holder;
import org.chancery.instrument.EventKind;
import org.jspecify.annotations.Nullable;

/** What is astray of the one original of a made-up case, whose acts nobody corrected. */
final class CustodyByHand {

  private final LocalDate today;
  private final ZoneId zone;
  private final ContradictionsByHand.Sink sink;
  private @Nullable Holder holder;
  private @Nullable BodyCode custodian;
  private @Nullable CustodyAct given;
  private boolean wasLodged;

  CustodyByHand(LocalDate today, ZoneId zone, ContradictionsByHand.Sink sink) {
    this.today = today;
    this.zone = zone;
    this.sink = sink;
  }

  void find(List<CustodyAct> acts, List<Happened> standing, int days) {
    for (CustodyAct act : acts) {
      if (day(act).isAfter(today)) {
        break;
      }
      goesOn(act);
    }
    if (given != null && day(given).plusDays(days).isBefore(today)) {
      Holder to = Objects.requireNonNull(given.holder());
      BodyCode body = to.body() == null ? custodian : to.body();
      LocalDate since = day(given).plusDays(days + 1L);
      sink.add("receipt-overdue", since, body, original(given), fact("RECEIVER", to));
    }
    for (Happened each : standing) {
      boolean lodging = each.past() && each.isOwn() && each.kind() == EventKind.ORIGINAL_LODGED;
      if (lodging && !wasLodged) {
        sink.add("lodged-and-not-held", each.day(), each.fact());
      }
    }
  }

  private void goesOn(CustodyAct act) {
    switch (act.kind()) {
      case REGISTERED -> arrives(Objects.requireNonNull(act.holder()));
      case HANDED_OVER -> {
        given = act;
        Holder from = Objects.requireNonNull(act.from());
        if (holder != null && !from.equals(holder)) {
          sink.add(
              "custody-gap", day(act), original(act), fact("GIVER", from), fact("HOLDER", holder));
        }
      }
      case RECEIVED -> arrives(Objects.requireNonNull(Objects.requireNonNull(given).holder()));
      case REFUSED -> given = null;
    }
  }

  private void arrives(Holder now) {
    holder = now;
    given = null;
    custodian = now.body() == null ? custodian : now.body();
    wasLodged |= now.equals(Holder.REGISTRY);
  }

  private LocalDate day(CustodyAct act) {
    LocalDate recorded = act.recordedAt().atZone(zone).toLocalDate();
    LocalDate latest = Objects.requireNonNull(act.on().latest());
    return latest.isBefore(recorded) ? latest : recorded;
  }

  private static Finding.Fact original(CustodyAct act) {
    return Finding.Fact.custody("ORIGINAL", null, act.on(), null, "1");
  }

  private static Finding.Fact fact(String kind, Holder who) {
    return Finding.Fact.custody(kind, null, null, who.body(), who.toString());
  }
}
