package org.chancery.deadline;

import org.chancery.instrument.Reference;

/**
 * A part of the register: the cases from one to another, in the order of their references.
 *
 * @param first the first of them
 * @param last the last of them
 */
record Chunk(Reference first, Reference last) {

  private static final String BETWEEN = "/";

  /** Reads what {@link #toString} writes. */
  static Chunk parse(String text) {
    String[] ends = text.split(BETWEEN, -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return new Chunk(new Reference(ends[0]), new Reference(ends[1]));
  }

  /** As the process carries it. */
  @Override
  public String toString() {
    return first + BETWEEN + last;
  }
}
