package org.chancery.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.chancery.web.Message;

/**
 * A place where a journal is broken.
 *
 * @param chain the reference of a case, {@code house}, or {@link #ROOTS}
 * @param from the number of the first entry that is concerned, or of the first root
 * @param to the number of the last one; mostly the same
 * @param kind what is wrong there
 */
public record Flaw(String chain, int from, int to, Kind kind) {

  /** The chain of the roots. */
  public static final String ROOTS = "roots";

  /** What can be wrong. */
  public enum Kind {
    /** It says something else than when it was sealed. */
    ALTERED,
    /** It does not rest on the one before it, which was replaced. */
    UNLINKED,
    /** It was there, and is not any more. */
    MISSING,
    /** It is there, and the register knows of no such change. */
    SURPLUS,
    /** It is not the one that came under a root, or the root is not the one that was exported. */
    REWRITTEN,
    /** What came under the root is not what it was made of. */
    LEAVES
  }

  static Flaw at(String chain, int number, Kind kind) {
    return new Flaw(chain, number, number, kind);
  }

  /** In a sentence. */
  @JsonProperty
  public Message message() {
    String place = from == to ? String.valueOf(from) : from + "–" + to;
    return Message.of("journal.flaw." + kind, chain, place);
  }
}
