package org.chancery.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The token of a person's calendar, without the token.
 *
 * @param createdAt when it was made
 * @param lastUsedAt when the calendar was last read, to the minute; null when it never was
 * @param lastUsedFrom from which address it was last read; null when it never was
 */
public record FeedToken(
    Instant createdAt, @Nullable Instant lastUsedAt, @Nullable String lastUsedFrom) {}
