package org.chancery.journal;

import java.util.Iterator;

/**
 * Where journals are read for an examination, each part from its beginning and once. The parts
 * belong together: all are read as they were at one moment.
 */
public interface JournalSource {

  /** The entries of the cases, by reference and number. */
  Iterator<Entry> cases();

  /** The entries of the house, by number. */
  Iterator<Entry> house();

  /** How often the register says that each case has changed, by reference. */
  Iterator<Changes> changes();

  /** What the roots were made of, by chain and number. */
  Iterator<Leaf> leaves();

  /** The roots, by number. */
  Iterator<Root> roots();

  /**
   * How often a case has changed, which is how many entries it has.
   *
   * @param chain its reference
   * @param count how often
   */
  record Changes(String chain, int count) {}
}
