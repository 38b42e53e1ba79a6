package org.chancery.calendar;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From where the record is looked at: which point in time is judged, and by what was known when.
 *
 * @param asOf the point in time that is judged
 * @param knownAt what was recorded after this instant is left out; null: all that is known now
 *     counts
 */
public record Viewpoint(AsOf asOf, @Nullable Instant knownAt) {

  /** The point in time, by all that is known now. */
  public static Viewpoint of(AsOf asOf) {
    return new Viewpoint(asOf, null);
  }

  /** The present moment of the clock. */
  public static Viewpoint now(Clock clock) {
    return of(AsOf.now(clock));
  }
}
