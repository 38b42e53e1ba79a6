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
import org.chancery.document.Papers;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Milestone;
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
      Papers.OfCases papers = deadlines.papers(chunk, null);
      for (CaseFile file : chunk) {
        Papers held = papers.of(file.reference());
        Judgement was = deadlines.judge(file, now, held, before);
        Judgement willBe = deadlines.judge(file, now, held, after);
        if (!was.equals(willBe)) {
          sum.add(changes(file, was, willBe), instruments.ifSeen(file.reference()).isPresent());
        }
      }
      Reference last = chunk.get(chunk.size() - 1).reference();
      chunk = instruments.allAfter(last, CHUNK);
    }
    return sum.effect();
  }

  /**
   * What is known in either judgement as one thing: a milestone of the register by its number, one
   * that a term would set by the term, a contradiction by its rule and facts.
   */
  private record Key(Object what, @Nullable Object more) {

    static Key of(Milestone milestone) {
      return milestone.statutory() == null
          ? new Key(milestone.id(), null)
          : new Key(milestone.statutory(), milestone.body());
    }

    static Key of(Finding contradiction) {
      return new Key(contradiction.rule(), contradiction.facts());
    }
  }

  /** What a judgement says of one thing. */
  private record Said(@Nullable Milestone milestone, Outcome outcome) {}

  private static List<Change> changes(CaseFile file, Judgement was, Judgement willBe) {
    Map<Key, Said> before = said(was);
    Map<Key, Said> after = said(willBe);
    Set<Key> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (Key key : keys) {
      Said said = before.get(key);
      Said willBeSaid = after.get(key);
      Outcome old = said == null ? null : said.outcome();
      Outcome young = willBeSaid == null ? null : willBeSaid.outcome();
      if (!Outcome.isSame(old, young)) {
        Milestone milestone = Objects.requireNonNull(said == null ? willBeSaid : said).milestone();
        changes.add(
            new Change(
                file.reference(),
                file.description().title(),
                milestone,
                kind(old, young),
                old,
                young));
      }
    }
    return changes;
  }

  private static Kind kind(@Nullable Outcome before, @Nullable Outcome after) {
    boolean told = before != null && before.isTold();
    boolean willBeTold = after != null && after.isTold();
    if (told == willBeTold) {
      return Kind.CHANGED;
    }
    return willBeTold ? Kind.FLAGGED : Kind.CLEARED;
  }

  private static Map<Key, Said> said(Judgement judgement) {
    Map<Key, Said> said = new LinkedHashMap<>();
    for (Standing standing : judgement.standings()) {
      Milestone milestone = judgement.file().milestone(standing.milestone()).orElseThrow();
      Finding finding = judgement.findingsOn(milestone.id()).findFirst().orElse(null);
      said.put(Key.of(milestone), new Said(milestone, Outcome.of(standing, finding)));
    }
    judgement.findings().stream()
        .filter(finding -> finding.subject().milestone() == null)
        .forEach(finding -> said.put(Key.of(finding), new Said(null, Outcome.of(finding))));
    return said;
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
