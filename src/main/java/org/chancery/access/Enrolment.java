package org.chancery.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as its administrators see it; never its password, nor what is stored of that.
 *
 * @param name the name it logs in with
 * @param displayName the name to show
 * @param email where mail reaches it; null: nowhere
 * @param roles what it may do, in the order of {@link Role}
 * @param bodies the bodies it belongs to, in the order of their codes
 * @param enabled whether it may log in
 * @param mustChange whether its password was made for it by someone else
 * @param createdAt when it was made
 * @param version how often it was changed, from 1
 */
public record Enrolment(
    String name,
    String displayName,
    @Nullable String email,
    List<Role> roles,
    List<BodyCode> bodies,
    boolean enabled,
    boolean mustChange,
    Instant createdAt,
    @JsonIgnore int version) {

  /** Keeps copies of the lists. */
  public Enrolment {
    roles = List.copyOf(roles);
    bodies = List.copyOf(bodies);
  }

  /** What of it an administrator may change. */
  public AccountDetails details() {
    return new AccountDetails(displayName, email, roles, bodies, enabled);
  }

  /** Whether it keeps the accounts, and may log in. */
  boolean isAdministrator() {
    return enabled && roles.contains(Role.ADMIN);
  }
}
