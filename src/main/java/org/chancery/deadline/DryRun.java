package org.chancery.deadline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chancery.calendar.AsOf;
import org.chancery.deadline.Effect.Change;
import org.chancery.deadline.Effect.Kind;
import org.chancery.deadline.Effect.Outcome;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges every case by two sets of tables, as of now, and tells in what they differ. */
@Component
class DryRun {

  private static final int CHUNK = 200;
  private static final int MOST_NAMED = 500;

  private final Deadlines deadlines;
  private final Instruments instruments;
  private final Clock clock;

  DryRun(Deadlines deadlines, Instruments instruments, Clock clock) {
    this.deadlines = deadlines;
    this.instruments = instruments;
    this.clock = clock;
  }

  /** What would become otherwise; named are the cases that the current account may see. */
  Effect of(Tables before, Tables after) {
    AsOf now = AsOf.now(clock);
    Sum sum = new Sum();
    List<CaseFile> chunk = instruments.allAfter(null, CHUNK);
    while (!chunk.isEmpty()) {
      for (CaseFile file : chunk) {
        Judgement was = deadlines.judge(file, now, before);
        Judgement willBe = deadlines.judge(file, now, after);
        if (!was.equals(willBe)) {
          sum.add(changes(file, was, willBe), instruments.ifSeen(file.reference()).isPresent());
        }
      }
      Reference last = chunk.get(chunk.size() - 1).reference();
      chunk = instruments.allAfter(last, CHUNK);
    }
    return sum.effect();
  }

  /** What a milestone, or a contradiction, is known by in either judgement. */
  private record Key(@Nullable Integer milestone, String contradiction) {}

  private static List<Change> changes(CaseFile file, Judgement was, Judgement willBe) {
    Map<Key, Outcome> before = outcomes(was);
    Map<Key, Outcome> after = outcomes(willBe);
    Set<Key> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (Key key : keys) {
      if (!isSame(before.get(key), after.get(key))) {
        changes.add(change(file, key, before.get(key), after.get(key)));
      }
    }
    return changes;
  }

  private static Change change(
      CaseFile file, Key key, @Nullable Outcome before, @Nullable Outcome after) {
    Integer milestone = key.milestone();
    return new Change(
        file.reference(),
        file.description().title(),
        milestone == null ? null : file.milestone(milestone).orElse(null),
        kind(before, after),
        before,
        after);
  }

  private static Kind kind(@Nullable Outcome before, @Nullable Outcome after) {
    boolean told = before != null && before.isTold();
    boolean willBeTold = after != null && after.isTold();
    if (told == willBeTold) {
      return Kind.CHANGED;
    }
    return willBeTold ? Kind.FLAGGED : Kind.CLEARED;
  }

  /** That a sentence would name another number of days is no change. */
  private static boolean isSame(@Nullable Outcome before, @Nullable Outcome after) {
    return before != null
        && after != null
        && before.status() == after.status()
        && before.severity() == after.severity()
        && Objects.equals(before.due(), after.due());
  }

  private static Map<Key, Outcome> outcomes(Judgement judgement) {
    Map<Key, Outcome> outcomes = new LinkedHashMap<>();
    for (Standing standing : judgement.standings()) {
      Finding finding = judgement.findingsOn(standing.milestone()).findFirst().orElse(null);
      outcomes.put(
          new Key(standing.milestone(), ""),
          new Outcome(
              standing.status(),
              finding == null ? null : finding.severity(),
              standing.due(),
              finding == null ? null : finding.explanation()));
    }
    for (Finding finding : judgement.findings()) {
      if (finding.subject().milestone() == null) {
        outcomes.put(
            new Key(null, finding.rule() + finding.facts()),
            new Outcome(finding.status(), finding.severity(), null, finding.explanation()));
      }
    }
    return outcomes;
  }

  /** What has been found so far. */
  private static final class Sum {

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<Change> named = new ArrayList<>();
    private int cases;

    void add(List<Change> changes, boolean seen) {
      cases += changes.isEmpty() ? 0 : 1;
      for (Change change : changes) {
        counts.merge(change.kind(), 1, Integer::sum);
        if (seen && named.size() < MOST_NAMED) {
          named.add(change);
        }
      }
    }

    Effect effect() {
      return new Effect(
          counts.getOrDefault(Kind.FLAGGED, 0),
          counts.getOrDefault(Kind.CLEARED, 0),
          counts.getOrDefault(Kind.CHANGED, 0),
          cases,
          named);
    }
  }
}
