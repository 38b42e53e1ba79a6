package org.chancery.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;

/** Journals in memory, which somebody can tamper with. */
final class JournalFixture implements JournalSource {

  private static final Instant START = Instant.parse("2026-01-01T08:00:00.123456Z");

  /** The entries of each chain; those of the house under its name. */
  final Map<String, List<Entry>> chains = new TreeMap<>();

  /** How often the register says that each case has changed. */
  final Map<String, Integer> register = new TreeMap<>();

  final List<Leaf> leaves = new ArrayList<>();
  final List<Root> roots = new ArrayList<>();

  private int minute;

  static String reference(int number) {
    return Reference.of(2026, number).value();
  }

  /** The entries of the chain, which is there. */
  List<Entry> entries(String chain) {
    return Objects.requireNonNull(chains.get(chain), chain);
  }

  /** Something has happened to the case, or in the house. */
  void append(String chain, int times) {
    for (int time = 0; time < times; time++) {
      List<Entry> entries = chains.computeIfAbsent(chain, any -> new ArrayList<>());
      boolean house = chain.equals(Leaf.HOUSE);
      entries.add(
          Entry.sealed(
              entries.isEmpty() ? null : entries.get(entries.size() - 1),
              house ? "account/anna" + entries.size() : chain,
              START.plusSeconds(60L * minute++),
              "anna",
              "EVENT_RECORDED",
              entries.size() % 2 == 0 ? null : "{\"was\": " + minute + "}",
              "{\"is\": " + minute + "}"));
      if (!house) {
        register.merge(chain, 1, Integer::sum);
      }
    }
  }

  /** Brings what is new under a root. */
  void seal() {
    @Nullable Root last = lastRoot();
    Tree tree = new Tree();
    int entries = 0;
    for (Map.Entry<String, List<Entry>> chain : chains.entrySet()) {
      List<Entry> all = chain.getValue();
      int fresh = all.size() - sealed(chain.getKey());
      if (fresh > 0) {
        Leaf leaf =
            new Leaf(
                chain.getKey(), all.size(), all.get(all.size() - 1).hash(), Link.numberAfter(last));
        leaves.add(leaf);
        tree.add(leaf.text());
        entries += fresh;
      }
    }
    roots.add(Root.after(last, START.plusSeconds(60L * minute), entries, tree));
  }

  /** Makes all leaves and roots anew, of what is in the chains now. */
  void sealAnew() {
    Tree[] trees = new Tree[roots.size()];
    leaves.replaceAll(
        leaf -> {
          String hash = entries(leaf.chain()).get(leaf.number() - 1).hash();
          return new Leaf(leaf.chain(), leaf.number(), hash, leaf.root());
        });
    leaves().forEachRemaining(leaf -> grown(trees, leaf.root() - 1).add(leaf.text()));
    @Nullable Root last = null;
    for (int index = 0; index < trees.length; index++) {
      Root was = roots.get(index);
      last = Root.after(last, was.madeAt(), was.entries(), grown(trees, index));
      roots.set(index, last);
    }
  }

  private static Tree grown(Tree[] trees, int index) {
    if (trees[index] == null) {
      trees[index] = new Tree();
    }
    return trees[index];
  }

  /** Seals the entries of the chain anew from the number on, whatever they say now. */
  void resealFrom(String chain, int number) {
    for (int each = number; each <= entries(chain).size(); each++) {
      reseal(chain, each);
    }
  }

  /** Seals the entry anew, whatever it says now, as the one after that before it. */
  void reseal(String chain, int number) {
    List<Entry> entries = entries(chain);
    Entry entry = entries.get(number - 1);
    Entry sealed =
        Entry.sealed(
            number == 1 ? null : entries.get(number - 2),
            entry.subject(),
            entry.recordedAt(),
            entry.account(),
            entry.change(),
            entry.before(),
            entry.after());
    entries.set(number - 1, sealed);
  }

  /** How many entries of the chain are under a root. */
  int sealed(String chain) {
    return leaves.stream()
        .filter(leaf -> leaf.chain().equals(chain))
        .mapToInt(Leaf::number)
        .max()
        .orElse(0);
  }

  @Nullable Root lastRoot() {
    return roots.isEmpty() ? null : roots.get(roots.size() - 1);
  }

  @Override
  public Iterator<Entry> cases() {
    return chains.entrySet().stream()
        .filter(chain -> !chain.getKey().equals(Leaf.HOUSE))
        .flatMap(chain -> chain.getValue().stream())
        .iterator();
  }

  @Override
  public Iterator<Entry> house() {
    return chains.getOrDefault(Leaf.HOUSE, List.of()).iterator();
  }

  @Override
  public Iterator<Changes> changes() {
    return register.entrySet().stream()
        .map(each -> new Changes(each.getKey(), each.getValue()))
        .iterator();
  }

  @Override
  public Iterator<Leaf> leaves() {
    return leaves.stream()
        .sorted(Comparator.comparing(Leaf::chain).thenComparing(Leaf::number))
        .iterator();
  }

  @Override
  public Iterator<Root> roots() {
    return roots.iterator();
  }
}
