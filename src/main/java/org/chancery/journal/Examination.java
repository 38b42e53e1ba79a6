package org.chancery.journal;

import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.chancery.journal.JournalSource.Changes;
import org.jspecify.annotations.Nullable;

/**
 * Reads journals through, once, and says where they are broken. What it keeps meanwhile grows with
 * the number of roots, by some hundred bytes each, and with nothing else.
 */
public final class Examination {

  private final Ahead<Entry> cases;
  private final Ahead<Entry> house;
  private final Ahead<Leaf> leaves;
  private final Ahead<Changes> changes;
  private final Consumer<Flaw> flaws;
  private final NavigableMap<Integer, Made> made = new TreeMap<>();
  private long chains;
  private long entries;
  private long unsealed;

  private Examination(JournalSource source, Consumer<Flaw> flaws) {
    this.cases = new Ahead<>(source.cases(), Entry::subject);
    this.house = new Ahead<>(source.house(), entry -> Leaf.HOUSE);
    this.leaves = new Ahead<>(source.leaves(), Leaf::chain);
    this.changes = new Ahead<>(source.changes(), Changes::chain);
    this.flaws = flaws;
  }

  /**
   * What was read.
   *
   * @param cases how many cases have entries
   * @param entries how many entries there are, those of the house included
   * @param unsealed how many of them came after the last root
   * @param lastRoot the last root; null for none
   */
  public record Extent(long cases, long entries, long unsealed, @Nullable Root lastRoot) {}

  /**
   * Reads them through.
   *
   * @param exported the roots that were taken out at the time, by number; of all or of some
   * @param flaws is told each place where they are broken
   */
  public static Extent of(JournalSource source, Iterator<Root> exported, Consumer<Flaw> flaws) {
    Examination examination = new Examination(source, flaws);
    for (String chain = examination.next(); chain != null; chain = examination.next()) {
      examination.new Walk(chain).run();
    }
    Root last = new RootsExamination(exported, examination.made, flaws).read(source.roots());
    return new Extent(examination.chains, examination.entries, examination.unsealed, last);
  }

  /** The first of the chains that were not read yet; null when all were. */
  private @Nullable String next() {
    return first(first(cases.key(), changes.key()), first(leaves.key(), house.key()));
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** The way through one chain. */
  private final class Walk {

    private final String chain;
    private final boolean ofHouse;
    private @Nullable Entry last;
    private int sealed;

    Walk(String chain) {
      this.chain = chain;
      this.ofHouse = chain.equals(Leaf.HOUSE);
    }

    void run() {
      Ahead<Entry> own = ofHouse ? house : cases;
      while (own.has(chain)) {
        take(own.take());
      }
      while (leaves.has(chain)) {
        take(leaves.take());
      }
      while (ofHouse && cases.has(chain)) {
        tell(cases.take().number(), Flaw.Kind.SURPLUS);
      }
      compare(changes.has(chain) ? changes.take().count() : 0);
    }

    private void take(Entry entry) {
      int expected = Link.numberAfter(last);
      tell(expected, entry.number() - 1, Flaw.Kind.MISSING);
      if (!entry.isIntact()) {
        tell(entry.number(), Flaw.Kind.ALTERED);
      } else if (entry.number() < expected) {
        tell(entry.number(), Flaw.Kind.SURPLUS);
      } else if (entry.number() == expected && !entry.isLinkedTo(last)) {
        tell(entry.number(), Flaw.Kind.UNLINKED);
      }
      compareSealed(entry);
      last = entry;
      entries++;
    }

    private void compareSealed(Entry entry) {
      while (leaves.has(chain) && leaves.next().number() <= entry.number()) {
        Leaf leaf = leaves.take();
        take(leaf);
        if (leaf.number() == entry.number() && !leaf.hash().equals(entry.hash())) {
          tell(entry.number(), Flaw.Kind.REWRITTEN);
        }
      }
    }

    private void take(Leaf leaf) {
      made.computeIfAbsent(leaf.root(), any -> new Made()).add(leaf, leaf.number() - sealed);
      sealed = leaf.number();
    }

    /** With what is known of the chain elsewhere: from its leaves, and from the register. */
    private void compare(int changed) {
      int there = Link.numberAfter(last) - 1;
      tell(there + 1, Math.max(sealed, changed), Flaw.Kind.MISSING);
      if (!ofHouse) {
        tell(changed + 1, there, Flaw.Kind.SURPLUS);
        chains += there == 0 ? 0 : 1;
      }
      unsealed += Math.max(0, there - sealed);
    }

    private void tell(int number, Flaw.Kind kind) {
      tell(number, number, kind);
    }

    /** Tells nothing of a stretch without numbers. */
    private void tell(int from, int to, Flaw.Kind kind) {
      if (from <= to) {
        flaws.accept(new Flaw(chain, from, to, kind));
      }
    }
  }
}
