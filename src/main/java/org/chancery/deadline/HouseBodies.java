package org.chancery.deadline;

import java.time.ZoneId;
import java.util.Optional;
import org.chancery.access.Bodies;
import org.chancery.access.Body;
import org.chancery.access.BodyCode;
import org.springframework.stereotype.Component;

/** Where the days of this house's bodies end. */
@Component
class HouseBodies implements BodyZones {

  private final Bodies bodies;

  HouseBodies(Bodies bodies) {
    this.bodies = bodies;
  }

  @Override
  public Optional<ZoneId> zoneOf(BodyCode body) {
    return bodies.find(body).map(Body::zone);
  }

  @Override
  public Optional<String> stateOf(BodyCode body) {
    return bodies.find(body).map(Body::state);
  }
}
