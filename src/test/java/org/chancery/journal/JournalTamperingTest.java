package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R19: Whatever is edited, deleted, inserted, reordered or truncated in the journal is found, and
 * found where it is. A rewrite of a whole chain with all its hashes and roots is found by a root
 * that was taken out before, and by nothing else.
 */
class JournalTamperingTest {

  private static final int CASES = 8;
  private static final int TAMPERINGS = Proof.isFullReliability() ? 1000 : 100;

  /**
   * What somebody has done, and where.
   *
   * @param to the last number at which it may be found: a new hash is noticed only by whoever rests
   *     on it, the next entry or the next root
   */
  private record Done(String what, String chain, int from, int to) {}

  /** A way to tamper with one chain of a journal that is all under roots. */
  private interface Tampering {

    Done with(JournalFixture journal, String chain, Random random);
  }

  private static final List<Tampering> TAMPERINGS_KNOWN =
      List.of(
          JournalTamperingTest::edit,
          JournalTamperingTest::editAndSeal,
          JournalTamperingTest::editAndSealAllAfter,
          JournalTamperingTest::delete,
          JournalTamperingTest::deleteAndSealAllAfter,
          JournalTamperingTest::insert,
          JournalTamperingTest::insertAndSealAllAfter,
          JournalTamperingTest::append,
          JournalTamperingTest::swap,
          JournalTamperingTest::swapAndSealAllAfter,
          JournalTamperingTest::truncate,
          JournalTamperingTest::remove);

  private static JournalFixture journal(Random random) {
    JournalFixture journal = new JournalFixture();
    for (int root = 0; root < 3; root++) {
      for (int number = 1; number <= CASES; number++) {
        journal.append(JournalFixture.reference(number), (root == 0 ? 2 : 0) + random.nextInt(4));
      }
      journal.append(Leaf.HOUSE, 2 + random.nextInt(3));
      journal.seal();
    }
    return journal;
  }

  @Test
  void whatWasNotTamperedWithIsWhole() {
    JournalFixture journal = journal(new Random(1));
    journal.append(JournalFixture.reference(3), 2);
    List<Flaw> flaws = new ArrayList<>();
    var extent = Examination.of(journal, journal.roots(), flaws::add);
    assertThat(flaws).isEmpty();
    assertThat(extent.cases()).isEqualTo(CASES);
    assertThat(extent.unsealed()).isEqualTo(2);
    assertThat(extent.lastRoot()).isEqualTo(journal.lastRoot());
  }

  @Test
  void everyTamperingIsFoundWhereItIs() {
    int found = 0;
    for (int seed = 0; seed < TAMPERINGS; seed++) {
      Random random = new Random(seed);
      JournalFixture journal = journal(random);
      int which = random.nextInt(CASES + 1);
      String chain = which == 0 ? Leaf.HOUSE : JournalFixture.reference(which);
      Tampering tampering = TAMPERINGS_KNOWN.get(seed % TAMPERINGS_KNOWN.size());
      Done done = tampering.with(journal, chain, random);
      assertThat(flaws(journal))
          .as("%s, seed %d", done, seed)
          .allMatch(flaw -> flaw.chain().equals(done.chain()))
          .anyMatch(flaw -> flaw.from() <= done.to() && flaw.to() >= done.from());
      found++;
    }
    Proof.count("R19", "tamperings", TAMPERINGS);
    Proof.count("R19", "tamperings found and located", found);
  }

  private static Done edit(JournalFixture journal, String chain, Random random) {
    int number = any(journal, chain, random);
    edit(journal, chain, number, random);
    return new Done("edit", chain, number, number);
  }

  private static Done editAndSeal(JournalFixture journal, String chain, Random random) {
    int number = any(journal, chain, random);
    edit(journal, chain, number, random);
    journal.reseal(chain, number);
    return new Done("edit and seal", chain, number, number + 1);
  }

  private static Done editAndSealAllAfter(JournalFixture journal, String chain, Random random) {
    int number = any(journal, chain, random);
    edit(journal, chain, number, random);
    journal.resealFrom(chain, number);
    return new Done("edit and seal all after", chain, number, nextLeaf(journal, chain, number));
  }

  private static Done delete(JournalFixture journal, String chain, Random random) {
    int number = any(journal, chain, random);
    journal.entries(chain).remove(number - 1);
    return new Done("delete", chain, number, number);
  }

  private static Done deleteAndSealAllAfter(JournalFixture journal, String chain, Random random) {
    int number = any(journal, chain, random);
    int leaf = nextLeaf(journal, chain, number);
    journal.entries(chain).remove(number - 1);
    journal.resealFrom(chain, number);
    return new Done("delete and seal all after", chain, number, leaf);
  }

  private static Done insert(JournalFixture journal, String chain, Random random) {
    int number = any(journal, chain, random);
    List<Entry> entries = journal.entries(chain);
    entries.add(number - 1, edited(entries.get(number - 1), random));
    IntStream.range(number, entries.size())
        .forEach(index -> entries.set(index, numbered(entries.get(index), index + 1)));
    return new Done("insert", chain, number, number);
  }

  private static Done insertAndSealAllAfter(JournalFixture journal, String chain, Random random) {
    int number = any(journal, chain, random);
    List<Entry> entries = journal.entries(chain);
    entries.add(number - 1, edited(entries.get(number - 1), random));
    journal.resealFrom(chain, number);
    return new Done("insert and seal all after", chain, number, nextLeaf(journal, chain, number));
  }

  /**
   * At the end and sealed as it should be: the register of cases knows better; the house does not.
   */
  private static Done append(JournalFixture journal, String chain, Random random) {
    String ofCase =
        chain.equals(Leaf.HOUSE) ? JournalFixture.reference(CASES + random.nextInt(2)) : chain;
    int known = journal.register.getOrDefault(ofCase, 0);
    journal.append(ofCase, 1);
    if (known == 0) {
      journal.register.remove(ofCase);
    } else {
      journal.register.put(ofCase, known);
    }
    return new Done("append", ofCase, known + 1, known + 1);
  }

  private static Done swap(JournalFixture journal, String chain, Random random) {
    int number = 1 + random.nextInt(journal.entries(chain).size() - 1);
    swapped(journal, chain, number);
    return new Done("swap", chain, number, number + 1);
  }

  private static Done swapAndSealAllAfter(JournalFixture journal, String chain, Random random) {
    int number = 1 + random.nextInt(journal.entries(chain).size() - 1);
    swapped(journal, chain, number);
    journal.resealFrom(chain, number);
    return new Done("swap and seal all after", chain, number, nextLeaf(journal, chain, number));
  }

  private static void swapped(JournalFixture journal, String chain, int number) {
    List<Entry> entries = journal.entries(chain);
    Entry first = entries.get(number - 1);
    entries.set(number - 1, numbered(entries.get(number), number));
    entries.set(number, numbered(first, number + 1));
  }

  /** In the register, too. */
  private static Done truncate(JournalFixture journal, String chain, Random random) {
    int number = any(journal, chain, random);
    List<Entry> entries = journal.entries(chain);
    int last = entries.size();
    entries.subList(number - 1, last).clear();
    journal.register.computeIfPresent(chain, (any, count) -> number - 1);
    return new Done("truncate", chain, number, last);
  }

  /** The whole chain, in the register too. */
  private static Done remove(JournalFixture journal, String chain, Random random) {
    int last = journal.entries(chain).size();
    journal.chains.remove(chain);
    journal.register.remove(chain);
    return new Done("remove", chain, 1, last);
  }

  private static int any(JournalFixture journal, String chain, Random random) {
    return 1 + random.nextInt(journal.entries(chain).size());
  }

  /** The first entry from the number on that came under a root as the last of its chain. */
  private static int nextLeaf(JournalFixture journal, String chain, int number) {
    return journal.leaves.stream()
        .filter(leaf -> leaf.chain().equals(chain) && leaf.number() >= number)
        .mapToInt(Leaf::number)
        .min()
        .orElseThrow();
  }

  private static void edit(JournalFixture journal, String chain, int number, Random random) {
    journal.entries(chain).set(number - 1, edited(journal.entries(chain).get(number - 1), random));
  }

  /** Something of it is another, and nothing else. */
  private static Entry edited(Entry entry, Random random) {
    int what = random.nextInt(4);
    return new Entry(
        entry.subject(),
        entry.number(),
        what == 0 ? entry.recordedAt().plusNanos(1000) : entry.recordedAt(),
        what == 1 ? "boris" : entry.account(),
        entry.change(),
        what == 2 ? "{\"forged\": true}" : entry.before(),
        what == 3 ? entry.after().replace("is", "are") : entry.after(),
        entry.previousHash(),
        entry.hash());
  }

  private static Entry numbered(Entry entry, int number) {
    return new Entry(
        entry.subject(),
        number,
        entry.recordedAt(),
        entry.account(),
        entry.change(),
        entry.before(),
        entry.after(),
        entry.previousHash(),
        entry.hash());
  }

  /** Who can write everything can rewrite everything; that is why roots are taken out. */
  @Test
  void aRewriteOfAWholeChainIsFoundByARootThatWasTakenOutAndByNothingElse() {
    int without = 0;
    int with = 0;
    for (int seed = 0; seed < TAMPERINGS; seed++) {
      Random random = new Random(seed);
      JournalFixture journal = journal(random);
      List<Root> exported = List.copyOf(journal.roots);
      String chain = JournalFixture.reference(1 + random.nextInt(CASES));
      editAndSealAllAfter(journal, chain, random);
      journal.sealAnew();
      without += flaws(journal).isEmpty() ? 0 : 1;
      List<Flaw> found = flaws(journal, exported);
      assertThat(found)
          .allMatch(flaw -> flaw.chain().equals(Flaw.ROOTS))
          .allMatch(flaw -> flaw.kind() == Flaw.Kind.REWRITTEN);
      with += found.isEmpty() ? 0 : 1;
    }
    Proof.count("R19", "rewrites of a whole chain", TAMPERINGS);
    Proof.count("R19", "rewrites found without an exported root", without);
    Proof.count("R19", "rewrites found by an exported root", with);
    assertThat(without).isZero();
    assertThat(with).isEqualTo(TAMPERINGS);
  }

  static Stream<Arguments> tamperingsWithRoots() {
    return Stream.of(
        roots(2, Flaw.Kind.MISSING, journal -> journal.roots.remove(1)),
        roots(3, Flaw.Kind.MISSING, journal -> journal.roots.remove(2)),
        roots(2, Flaw.Kind.ALTERED, journal -> journal.roots.set(1, later(journal.roots.get(1)))),
        roots(3, Flaw.Kind.UNLINKED, journal -> journal.roots.set(1, sealed(journal, 1))),
        roots(2, Flaw.Kind.MISSING, journal -> Collections.swap(journal.roots, 1, 2)),
        roots(2, Flaw.Kind.LEAVES, journal -> journal.leaves.removeIf(leaf -> first(leaf, 2))),
        roots(2, Flaw.Kind.LEAVES, journal -> journal.leaves.removeIf(leaf -> leaf.root() == 2)),
        roots(4, Flaw.Kind.LEAVES, JournalTamperingTest::sealNothing),
        roots(4, Flaw.Kind.MISSING, journal -> journal.leaves.add(new Leaf("house", 1, "", 4))));
  }

  @ParameterizedTest(name = "{1} {0}")
  @MethodSource("tamperingsWithRoots")
  void whatIsDoneToRootsIsFound(int number, Flaw.Kind kind, Consumer<JournalFixture> tampering) {
    JournalFixture journal = journal(new Random(number));
    tampering.accept(journal);
    assertThat(flaws(journal)).contains(Flaw.at(Flaw.ROOTS, number, kind));
  }

  @Test
  void anotherLeafIsFoundAtItsRootAndAtItsEntry() {
    JournalFixture journal = journal(new Random(5));
    Leaf leaf = journal.leaves.get(0);
    journal.leaves.set(0, new Leaf(leaf.chain(), leaf.number(), "0".repeat(64), leaf.root()));
    assertThat(flaws(journal))
        .containsExactlyInAnyOrder(
            Flaw.at(leaf.chain(), leaf.number(), Flaw.Kind.REWRITTEN),
            Flaw.at(Flaw.ROOTS, leaf.root(), Flaw.Kind.LEAVES));
  }

  /** Without the file this is a journal that was sealed less often. */
  @Test
  void rootsThatWereCutOffAreFoundByTheFile() {
    JournalFixture journal = journal(new Random(6));
    List<Root> exported = List.copyOf(journal.roots);
    journal.roots.remove(2);
    journal.leaves.removeIf(leaf -> leaf.root() == 3);
    assertThat(flaws(journal)).isEmpty();
    assertThat(flaws(journal, exported)).containsExactly(Flaw.at(Flaw.ROOTS, 3, Flaw.Kind.MISSING));
  }

  @Test
  void aFileThatWasBegunLaterServes() {
    JournalFixture journal = journal(new Random(7));
    assertThat(flaws(journal, journal.roots.subList(1, 3))).isEmpty();
  }

  @Test
  void aFileThatIsOutOfOrderIsRefused() {
    JournalFixture journal = journal(new Random(8));
    List<Root> mixed = List.of(journal.roots.get(1), journal.roots.get(0));
    assertThatExceptionOfType(RootsFile.Unreadable.class).isThrownBy(() -> flaws(journal, mixed));
  }

  /** As when a mailbox holds what was mailed before the roots were made anew, and after. */
  @Test
  void twoRootsOfOneNumberAreFoundOnceWhicheverIsInTheDatabase() {
    JournalFixture journal = journal(new Random(10));
    Root first = journal.roots.get(0);
    Root second = journal.roots.get(1);
    Root other = later(second);
    Flaw rewritten = Flaw.at(Flaw.ROOTS, 2, Flaw.Kind.REWRITTEN);
    assertThat(flaws(journal, List.of(first, second, other))).containsExactly(rewritten);
    assertThat(flaws(journal, List.of(first, other, second))).containsExactly(rewritten);
    assertThat(flaws(journal, List.of(other, second, other, journal.roots.get(2))))
        .containsExactly(rewritten);
    assertThat(flaws(journal, List.of(second, second))).isEmpty();
  }

  /** Nor is it hidden by cutting off what they tell of. */
  @Test
  void twoRootsOfOneNumberThatIsMissingAreFound() {
    JournalFixture journal = journal(new Random(11));
    Root last = journal.roots.remove(2);
    journal.leaves.removeIf(leaf -> leaf.root() == 3);
    assertThat(flaws(journal, List.of(last, later(last))))
        .containsExactlyInAnyOrder(
            Flaw.at(Flaw.ROOTS, 3, Flaw.Kind.REWRITTEN), Flaw.at(Flaw.ROOTS, 3, Flaw.Kind.MISSING));
  }

  /** An entry that claims to be of the house, among those of the cases. */
  @Test
  void anEntryInTheWrongJournalIsFound() {
    JournalFixture journal = journal(new Random(9));
    Entry entry = journal.entries(Leaf.HOUSE).get(0);
    Entry stray = Entry.sealed(null, Leaf.HOUSE, entry.recordedAt(), "a", "b", null, entry.after());
    List<Flaw> flaws = new ArrayList<>();
    Examination.of(new Wrapped(journal, stray), Collections.emptyIterator(), flaws::add);
    assertThat(flaws).containsExactly(Flaw.at(Leaf.HOUSE, 1, Flaw.Kind.SURPLUS));
  }

  /** A journal with one entry more among those of the cases. */
  private record Wrapped(JournalFixture journal, Entry stray) implements JournalSource {

    @Override
    public Iterator<Entry> cases() {
      List<Entry> all = new ArrayList<>();
      journal.cases().forEachRemaining(all::add);
      all.add(stray);
      return all.iterator();
    }

    @Override
    public Iterator<Entry> house() {
      return journal.house();
    }

    @Override
    public Iterator<Changes> changes() {
      return journal.changes();
    }

    @Override
    public Iterator<Leaf> leaves() {
      return journal.leaves();
    }

    @Override
    public Iterator<Root> roots() {
      return journal.roots();
    }
  }

  private static Arguments roots(int number, Flaw.Kind kind, Consumer<JournalFixture> tampering) {
    return Arguments.of(number, kind, tampering);
  }

  private static boolean first(Leaf leaf, int root) {
    return leaf.root() == root && leaf.chain().equals(Leaf.HOUSE);
  }

  private static void sealNothing(JournalFixture journal) {
    journal.append(JournalFixture.reference(1), 1);
    journal.seal();
    journal.leaves.removeIf(leaf -> leaf.root() == 4);
  }

  private static Root later(Root root) {
    return new Root(
        root.number(),
        root.madeAt().plusSeconds(1),
        root.leaves(),
        root.entries(),
        root.tree(),
        root.previousHash(),
        root.hash());
  }

  /** The root with the index, sealed anew over another tree. */
  private static Root sealed(JournalFixture journal, int index) {
    Root root = journal.roots.get(index);
    return Root.after(journal.roots.get(index - 1), root.madeAt(), root.entries(), new Tree());
  }

  private static List<Flaw> flaws(JournalFixture journal) {
    return flaws(journal, List.of());
  }

  private static List<Flaw> flaws(JournalFixture journal, List<Root> exported) {
    List<Flaw> flaws = new ArrayList<>();
    Examination.of(journal, exported.iterator(), flaws::add);
    return flaws;
  }
}
