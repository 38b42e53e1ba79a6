package org.chancery.notice;

import java.util.Set;

/**
 * How a person wants to be told.
 *
 * @param digest how often she reads a digest
 * @param muted what she does not want to be written to about
 */
public record Preference(Frequency digest, Set<Kind> muted) {

  /** Of one who has said nothing. */
  public static final Preference USUAL = new Preference(Frequency.DAILY, Set.of());

  /** An immutable copy. */
  public Preference {
    muted = Set.copyOf(muted);
  }

  /** Whether she wants to be written to about it. */
  public boolean wants(Kind kind) {
    return kind == Kind.DIGEST ? digest != Frequency.NEVER : !muted.contains(kind);
  }
}
