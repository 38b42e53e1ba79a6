package org.chancery.journal;

import java.util.Iterator;
import java.util.NavigableMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whether the roots are whole, made of what lies under them, and those that were taken out. */
final class RootsExamination {

  private final Iterator<Root> exported;
  private final NavigableMap<Integer, Made> made;
  private final Consumer<Flaw> flaws;
  private @Nullable Root witness;
  private int rewritten;

  /**
   * @param exported the roots that were taken out at the time, by number
   * @param made what there is under each root, by its number
   */
  RootsExamination(
      Iterator<Root> exported, NavigableMap<Integer, Made> made, Consumer<Flaw> flaws) {
    this.exported = exported;
    this.made = made;
    this.flaws = flaws;
    advance();
  }

  /** Reads them through, and returns the last one; null when there is none. */
  @Nullable Root read(Iterator<Root> roots) {
    @Nullable Root last = null;
    while (roots.hasNext()) {
      Root root = roots.next();
      check(root, last);
      compare(root);
      last = root;
    }
    tell(Link.numberAfter(last), lastKnown(), Flaw.Kind.MISSING);
    return last;
  }

  private void check(Root root, @Nullable Root last) {
    int expected = Link.numberAfter(last);
    tell(expected, root.number() - 1, Flaw.Kind.MISSING);
    @Nullable Made under = made.remove(root.number());
    if (!root.isIntact()) {
      tell(root.number(), Flaw.Kind.ALTERED);
    } else if (root.number() == expected && !root.isLinkedTo(last)) {
      tell(root.number(), Flaw.Kind.UNLINKED);
    }
    if (under == null || !under.makes(root)) {
      tell(root.number(), Flaw.Kind.LEAVES);
    }
  }

  private void compare(Root root) {
    while (witness != null && witness.number() < root.number()) {
      advance();
    }
    if (witness != null && witness.number() == root.number() && !witness.equals(root)) {
      tellRewritten(root.number());
    }
  }

  /** The last root of which anything is known elsewhere. */
  private int lastKnown() {
    int last = made.isEmpty() ? 0 : made.lastKey();
    while (witness != null) {
      last = Math.max(last, witness.number());
      advance();
    }
    return last;
  }

  /**
   * To the one with the next number. Two mails may tell the same, which counts once; of two that
   * differ under one number one was rewritten, whatever is in the database.
   */
  private void advance() {
    @Nullable Root last = witness;
    witness = next();
    while (witness != null && last != null && witness.number() == last.number()) {
      if (!witness.equals(last)) {
        tellRewritten(last.number());
      }
      witness = next();
    }
    int before = Link.numberAfter(last) - 1;
    if (witness != null && witness.number() <= before) {
      throw new RootsFile.Unreadable("root " + witness.number() + " after " + before, null);
    }
  }

  private @Nullable Root next() {
    return exported.hasNext() ? exported.next() : null;
  }

  /** Once of each number, which only grows. */
  private void tellRewritten(int number) {
    if (number > rewritten) {
      rewritten = number;
      tell(number, Flaw.Kind.REWRITTEN);
    }
  }

  private void tell(int number, Flaw.Kind kind) {
    tell(number, number, kind);
  }

  private void tell(int from, int to, Flaw.Kind kind) {
    if (from <= to) {
      flaws.accept(new Flaw(Flaw.ROOTS, from, to, kind));
    }
  }
}
