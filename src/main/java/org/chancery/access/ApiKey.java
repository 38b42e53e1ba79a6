package org.chancery.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program's key, without the key.
 *
 * @param id its number
 * @param account in whose name it acts
 * @param label what it is for
 * @param scope whether it may change anything
 * @param roles in which of its account's roles it acts; empty: in all of them
 * @param bodies for which of its account's bodies it acts; empty: for all of them
 * @param createdAt when it was made
 * @param lastDay the last day, in UTC, it is valid on; null: until it is revoked
 * @param lastUsedAt when it was last used, to the minute; null: never
 * @param lastUsedFrom from which address it was last used; null: never
 * @param revokedAt when it was revoked; null: it was not
 */
public record ApiKey(
    long id,
    String account,
    String label,
    Scope scope,
    List<Role> roles,
    List<BodyCode> bodies,
    Instant createdAt,
    @Nullable LocalDate lastDay,
    @Nullable Instant lastUsedAt,
    @Nullable String lastUsedFrom,
    @Nullable Instant revokedAt) {

  /** Keeps copies of the lists. */
  public ApiKey {
    roles = List.copyOf(roles);
    bodies = List.copyOf(bodies);
  }

  /** Whether it opens anything on the day, in UTC. */
  public boolean isValidOn(LocalDate day) {
    return revokedAt == null && (lastDay == null || !day.isAfter(lastDay));
  }
}
