package org.chancery.journal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * Whether the journals are whole, or where they are broken.
 *
 * @param at as of when
 * @param extent what was read
 * @param broken in how many places they are broken; 0 when they are whole
 * @param flaws the first of these places
 */
public record Verification(
    Instant at, @JsonUnwrapped Examination.Extent extent, long broken, List<Flaw> flaws) {

  public Verification {
    flaws = List.copyOf(flaws);
  }

  /** Whether nothing is broken. */
  public boolean isWhole() {
    return broken == 0;
  }
}
