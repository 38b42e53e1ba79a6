package org.chancery.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A program's key, without the key.
 *
 * @param id its number
 * @param account in whose name it acts
 * @param label what it is for
 * @param createdAt when it was made
 * @param lastUsedAt when it was last used, to the minute
 * @param revokedAt when it was revoked
 */
record ApiKey(
    long id,
    String account,
    String label,
    Instant createdAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt) {}
