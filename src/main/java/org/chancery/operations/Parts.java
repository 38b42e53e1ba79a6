package org.chancery.operations;

import org.chancery.notice.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** What the house stands on, as the health of each part tells it. */
@Component
public class Parts {

  private final HealthEndpoint health;
  private final Queue queue;

  Parts(HealthEndpoint health, Queue queue) {
    this.health = health;
    this.queue = queue;
  }

  /**
   * How the parts are.
   *
   * @param database whether the database answers
   * @param disk whether the disk that this node runs on has room
   * @param free how much of it is free, in bytes
   * @param mail whether there is a server that carries mail
   */
  public record State(boolean database, boolean disk, long free, boolean mail) {}

  /** How they are now. */
  public State now() {
    @Nullable HealthComponent disk = health.healthForPath("diskSpace");
    return new State(isUp(health.healthForPath("db")), isUp(disk), free(disk), queue.carriesMail());
  }

  private static boolean isUp(@Nullable HealthComponent part) {
    return part != null && part.getStatus().equals(Status.UP);
  }

  private static long free(@Nullable HealthComponent disk) {
    return disk instanceof Health told && told.getDetails().get("free") instanceof Number bytes
        ? bytes.longValue()
        : 0;
  }
}
