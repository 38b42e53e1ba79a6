package org.chancery.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A link of a chain: its hash covers all that it says, and the hash of the link before it. */
public interface Link {

  /** Its number within the chain, from 1. */
  int number();

  /** The hash of the link before it; null for the first. */
  @Nullable String previousHash();

  /** SHA-256 over the rest of it, in hexadecimal. */
  String hash();

  /** Whether it says what it said when it was sealed. */
  boolean isIntact();

  /** Whether it is intact and comes next after the other; after null: whether it is the first. */
  default boolean follows(@Nullable Link other) {
    return isIntact() && number() == numberAfter(other) && isLinkedTo(other);
  }

  /** Whether it was sealed with the hash of the other; with null: with none. */
  default boolean isLinkedTo(@Nullable Link other) {
    return Objects.equals(previousHash(), hashOf(other));
  }

  /** The number of what comes next after the link; after null: of the first. */
  static int numberAfter(@Nullable Link last) {
    return last == null ? 1 : last.number() + 1;
  }

  /** The hash of the link; of null: none. */
  static @Nullable String hashOf(@Nullable Link last) {
    return last == null ? null : last.hash();
  }
}
