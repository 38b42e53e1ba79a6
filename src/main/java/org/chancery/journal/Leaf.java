package org.chancery.journal;

/**
 * The last entry of a chain when a root was made.
 *
 * @param chain the reference of a case, or {@link #HOUSE}
 * @param number the number of the entry
 * @param hash its hash, which stands for all entries before it too
 * @param root the number of the root
 */
public record Leaf(String chain, int number, String hash, int root) {

  /** The one chain of the house; comes after those of the cases. */
  public static final String HOUSE = "house";

  /** What of it is under the root: all but the number of the root. */
  String text() {
    return chain + " " + number + " " + hash;
  }
}
