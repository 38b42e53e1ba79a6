package org.chancery.instrument;

import java.util.Optional;

/** How well what was looked for fits what was found; the better, the earlier. */
public enum Closeness {
  /** Every word stands there as it was asked for, but for case and diacritics. */
  EXACT,
  /** The last word is the beginning of one that stands there. */
  BEGINNING,
  /** A letter of a word is missing, added, wrong, or exchanged with its neighbour. */
  ONE_LETTER_OFF;

  /** The next better one; empty for the best. */
  Optional<Closeness> better() {
    return switch (this) {
      case EXACT -> Optional.empty();
      case BEGINNING -> Optional.of(EXACT);
      case ONE_LETTER_OFF -> Optional.of(BEGINNING);
    };
  }
}
