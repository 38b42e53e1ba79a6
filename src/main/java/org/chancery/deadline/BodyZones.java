package org.chancery.deadline;

import java.time.ZoneId;
import java.util.Optional;
import org.chancery.access.BodyCode;

/** Where the days of a body end. */
@FunctionalInterface
public interface BodyZones {

  /** The zone of the body; empty when no such body is known. */
  Optional<ZoneId> zoneOf(BodyCode body);
}
