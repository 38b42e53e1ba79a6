package org.chancery.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Closing;
import org.chancery.instrument.Event;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;
import org.jspecify.annotations.Nullable;

/** What closed each milestone, found a second time and independently. */
final class ClosingsByHand {

  private final CaseFile file;
  private final List<Happened> standing;
  private final @Nullable StatedDate inForce;

  /** Which milestone an event closes that names none, by the number of the event. */
  private final Map<Integer, List<Integer>> meant = new HashMap<>();

  ClosingsByHand(CaseFile file, List<Happened> standing, @Nullable StatedDate inForce) {
    this.file = file;
    this.standing = standing;
    this.inForce = inForce;
    List<Milestone> open = new ArrayList<>();
    for (Milestone milestone : file.milestones()) {
      if (milestone.kind().isPerformance()) {
        open.add(milestone);
      }
    }
    if (!open.isEmpty()) {
      List<Event> inOrder = new ArrayList<>();
      standing.forEach(each -> inOrder.add(each.event()));
      inOrder.sort(Comparator.comparing(event -> original(event).id()));
      inOrder.forEach(event -> read(event, open));
    }
  }

  private void read(Event event, List<Milestone> open) {
    if (event.milestone() != null) {
      open.removeIf(milestone -> event.milestone() == milestone.id());
      return;
    }
    Event first = original(event);
    for (MilestoneKind kind : MilestoneKind.values()) {
      if (kind.closedBy().contains(event.kind())) {
        Milestone alone = null;
        int found = 0;
        for (Milestone each : open) {
          if (each.kind() == kind && !each.recordedAt().isAfter(first.recordedAt())) {
            alone = each;
            found++;
          }
        }
        if (alone != null && found == 1) {
          meant.computeIfAbsent(event.id(), none -> new ArrayList<>()).add(alone.id());
          open.remove(alone);
        }
      }
    }
  }

  private Event original(Event event) {
    Event first = event;
    while (first.corrects() != null) {
      Event before = null;
      for (Event each : file.events()) {
        before = first.corrects() == each.id() ? each : before;
      }
      if (before == null || before.id() >= first.id()) {
        return first;
      }
      first = before;
    }
    return first;
  }

  /** What closed the milestone by the day, if only perhaps; null while it is open. */
  @Nullable Closing of(Milestone milestone, LocalDate today) {
    Happened named = null;
    Happened met = null;
    for (Happened each : standing) {
      if (each.first() != null && each.first().isAfter(today)) {
        continue;
      }
      Integer names = each.event().milestone();
      if (names != null && names == milestone.id()) {
        named = named == null || each.precedes(named) ? each : named;
      } else if (names == null && meets(each.event(), milestone)) {
        met = met == null || each.precedes(met) ? each : met;
      }
    }
    Closing closing = withForce(milestone, today, named);
    return closing == null ? withForce(milestone, today, met) : closing;
  }

  /** The event or the computed entry into force, whichever comes first. */
  private @Nullable Closing withForce(
      Milestone milestone, LocalDate today, @Nullable Happened event) {
    if (inForce != null
        && milestone.kind() == MilestoneKind.ENTRY_INTO_FORCE
        && !inForce.isSurelyAfter(today)
        && (event == null || inForce.compareTo(event.event().on()) <= 0)) {
      return new Closing(inForce, null);
    }
    return event == null ? null : new Closing(event.event().on(), event.event());
  }

  private boolean meets(Event event, Milestone milestone) {
    if (!milestone.kind().closedBy().contains(event.kind())) {
      return false;
    }
    if (milestone.kind().isPerformance()) {
      return meant.getOrDefault(event.id(), List.of()).contains(milestone.id());
    }
    boolean otherBody =
        milestone.kind() == MilestoneKind.CLEARANCE
            && milestone.body() != null
            && event.body() != null
            && !milestone.body().equals(event.body());
    return !otherBody && (milestone.party() == null || event.countsFor(milestone.party()));
  }
}
