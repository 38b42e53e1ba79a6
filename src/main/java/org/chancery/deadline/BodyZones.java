package org.chancery.deadline;

import java.time.ZoneId;
import java.util.Optional;
import org.chancery.access.BodyCode;

/** Where the days of a body end. */
@FunctionalInterface
public interface BodyZones {

  /** The zone of the body; empty when no such body is known. */
  Optional<ZoneId> zoneOf(BodyCode body);

  /** The State of the body, ISO 3166-1 alpha-2; empty where it is not known. */
  default Optional<String> stateOf(BodyCode body) {
    return Optional.empty();
  }
}
