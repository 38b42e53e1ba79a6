package org.chancery.notice;

import java.util.List;
import org.chancery.access.BodyCode;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a deadline came to.
 *
 * @param watched how it stands now, and what is told of it by now
 * @param body whose deadline it is
 * @param change what changed since the last look; null: nothing to tell
 * @param occasions what is to be written, and has not been
 */
record Seen(Watched watched, BodyCode body, @Nullable Change change, List<Occasion> occasions) {

  /** An immutable copy. */
  Seen {
    occasions = List.copyOf(occasions);
  }

  /** Whether anything is to be kept or told, after what was seen before; null: it was not. */
  boolean isNews(@Nullable Watched before) {
    return !watched.equals(before) || change != null || !occasions.isEmpty();
  }
}
