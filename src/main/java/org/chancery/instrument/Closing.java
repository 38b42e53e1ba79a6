package org.chancery.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * What closed a milestone: an event, or, for an entry into force, the computed date.
 *
 * @param on when
 * @param event the event; null: the computed date
 */
public record Closing(StatedDate on, @Nullable Event event) {

  private static final Comparator<Closing> FIRST =
      Comparator.comparing(Closing::on)
          .thenComparing(closing -> closing.event() == null ? 0 : closing.event().id());

  private static final List<MilestoneKind> PERFORMANCE =
      Arrays.stream(MilestoneKind.values()).filter(MilestoneKind::isPerformance).toList();

  private static Closing by(Event event) {
    return new Closing(event.on(), event);
  }

  /**
   * Finds what closes the milestones of one case: the first event that names the milestone, else
   * the first of its closing kinds for its party; a measure, a completion or a report only by an
   * event that names it, or that was recorded while it was the only one open of its kind.
   */
  public static final class Finder {

    private final CaseFile file;
    private final List<Event> standing;
    private final Map<Integer, Set<Integer>> meant;

    /** Reads the case once, for all its milestones. */
    public Finder(CaseFile file) {
      this.file = file;
      this.standing = file.standing();
      this.meant = new HashMap<>();
      readUnnamed();
    }

    /** What closed the milestone by the day, if only perhaps; null when it is open. */
    public @Nullable Closing of(Milestone milestone, LocalDate day) {
      Closing named = first(milestone, event -> names(event, milestone), day);
      return named != null ? named : first(milestone, event -> meets(event, milestone), day);
    }

    private @Nullable Closing first(Milestone milestone, Predicate<Event> fits, LocalDate day) {
      Closing first = computed(milestone, day);
      for (Event event : standing) {
        if (fits.test(event) && !event.on().isSurelyAfter(day)) {
          Closing closing = by(event);
          first = first == null || FIRST.compare(closing, first) < 0 ? closing : first;
        }
      }
      return first;
    }

    private @Nullable Closing computed(Milestone milestone, LocalDate day) {
      StatedDate inForce = file.instrument().inForce();
      return milestone.kind() == MilestoneKind.ENTRY_INTO_FORCE
              && inForce != null
              && !inForce.isSurelyAfter(day)
          ? new Closing(inForce, null)
          : null;
    }

    private static boolean names(Event event, Milestone milestone) {
      return event.milestone() != null && event.milestone() == milestone.id();
    }

    private boolean meets(Event event, Milestone milestone) {
      if (event.milestone() != null || !milestone.kind().closedBy().contains(event.kind())) {
        return false;
      }
      if (milestone.kind().isPerformance()) {
        return meant.getOrDefault(milestone.id(), Set.of()).contains(event.id());
      }
      return isOfBody(event, milestone)
          && answers(event, milestone)
          && (milestone.party() == null || event.countsFor(milestone.party()));
    }

    /** What is counted from one event is closed by what refers to that event. */
    private boolean answers(Event event, Milestone milestone) {
      Milestone.Statutory term = milestone.statutory();
      if (term == null || term.event() == null) {
        return true;
      }
      return event.refersTo() != null
          && file.events().stream()
              .filter(each -> each.id() == event.refersTo())
              .anyMatch(each -> file.original(each).id() == term.event());
    }

    /** Each body clears a draft for itself. */
    private static boolean isOfBody(Event event, Milestone milestone) {
      return milestone.kind() != MilestoneKind.CLEARANCE
          || milestone.body() == null
          || event.body() == null
          || milestone.body().equals(event.body());
    }

    /**
     * An event that names no milestone means the one that was alone when it was recorded: one added
     * later does not open again what was closed.
     */
    private void readUnnamed() {
      List<Milestone> open =
          new ArrayList<>(
              file.milestones().stream().filter(each -> each.kind().isPerformance()).toList());
      if (open.isEmpty()) {
        return;
      }
      standing.stream()
          .sorted(Comparator.comparing(event -> file.original(event).id()))
          .forEach(event -> readUnnamed(event, open));
    }

    private void readUnnamed(Event event, List<Milestone> open) {
      if (event.milestone() != null) {
        open.removeIf(milestone -> names(event, milestone));
        return;
      }
      Event original = file.original(event);
      for (MilestoneKind kind : PERFORMANCE) {
        if (kind.closedBy().contains(event.kind())) {
          List<Milestone> alone = openAt(original, kind, open);
          if (alone.size() == 1) {
            meant.computeIfAbsent(alone.get(0).id(), id -> new HashSet<>()).add(event.id());
            open.remove(alone.get(0));
          }
        }
      }
    }

    private static List<Milestone> openAt(Event event, MilestoneKind kind, List<Milestone> open) {
      return open.stream()
          .filter(milestone -> milestone.kind() == kind)
          .filter(milestone -> !milestone.recordedAt().isAfter(event.recordedAt()))
          .toList();
    }
  }
}
