package org.chancery.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One hash over all entries that were added to the journals since the root before, and over that
 * root. Who has it outside of the database can tell later that nothing before it was rewritten.
 *
 * @param number its number, from 1
 * @param madeAt when
 * @param leaves how many chains had grown
 * @param entries by how many entries together
 * @param tree the root of the Merkle tree over the last entry of each of these chains, in
 *     hexadecimal
 * @param previousHash the hash of the root before it; null for the first
 * @param hash SHA-256 over the rest, in hexadecimal
 */
public record Root(
    int number,
    Instant madeAt,
    int leaves,
    int entries,
    String tree,
    @Nullable String previousHash,
    String hash)
    implements Link {

  static Root after(@Nullable Root last, Instant at, int entries, Tree tree) {
    int number = Link.numberAfter(last);
    @Nullable String previous = Link.hashOf(last);
    String root = tree.root();
    String hash = seal(number, at, tree.leaves(), entries, root, previous);
    return new Root(number, at, tree.leaves(), entries, root, previous, hash);
  }

  @Override
  @JsonIgnore
  public boolean isIntact() {
    return hash.equals(seal(number, madeAt, leaves, entries, tree, previousHash));
  }

  /** Whether it was made of just this. */
  boolean isOver(int count, Tree other) {
    return entries == count && leaves == other.leaves() && tree.equals(other.root());
  }

  private static String seal(
      int number, Instant at, int leaves, int entries, String tree, @Nullable String previous) {
    return Seal.of("root", number, at, leaves, entries, tree, previous);
  }
}
