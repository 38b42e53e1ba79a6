package org.chancery.deadline;

import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/**
 * How one target stands.
 *
 * @param target its name within the case
 * @param status its status
 * @param line where its straight way stands at the end of the last figure's period; null where
 *     there is no such figure or no line
 * @param shortfall how much the last figure lacks, in the target's unit; null like the line
 * @param explanation one or two sentences, with the figures and their sources
 */
public record TargetStanding(
    String target,
    Status status,
    @Nullable Figure line,
    @Nullable Figure shortfall,
    Message explanation) {}
