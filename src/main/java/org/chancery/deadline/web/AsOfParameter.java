package org.chancery.deadline.web;

import java.time.Clock;
import java.time.LocalDate;
import org.chancery.calendar.AsOf;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The point in time that a caller asks about. */
@Component
public class AsOfParameter {

  private final Clock clock;

  AsOfParameter(Clock clock) {
    this.clock = clock;
  }

  /**
   * The day asked for, else the present moment.
   *
   * @throws Refusal when what was known at another moment is asked for, which is not kept yet
   */
  public AsOf of(@Nullable LocalDate asOf, @Nullable String knownAt) {
    if (knownAt != null) {
      throw Refusal.of(Kind.INVALID_PARAMETER, "parameter.knownAt");
    }
    if (asOf != null && (asOf.getYear() < 1 || asOf.getYear() > 9999)) {
      throw Refusal.of(Kind.INVALID_PARAMETER, "parameter.wrong", "asOf");
    }
    return asOf == null ? AsOf.now(clock) : AsOf.day(asOf);
  }
}
