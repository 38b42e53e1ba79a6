package org.chancery.journal;

/** What a root was made of, as its leaves go by. */
final class Made {

  private final Tree tree = new Tree();
  private int entries;

  /** Takes the next leaf, which stands for so many entries. */
  void add(Leaf leaf, int ofEntries) {
    tree.add(leaf.text());
    entries += ofEntries;
  }

  /** Whether the root was made of this. */
  boolean makes(Root root) {
    return root.isOver(entries, tree);
  }
}
