package org.chancery.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That tasks were given to a person, as the journal keeps it.
 *
 * @param milestone the number of the deadline
 * @param steps the steps, by their ids in the models
 * @param person the account they were given to
 * @param reason why
 * @param authority on what authority; null where none was needed
 */
public record Assigned(
    int milestone, List<String> steps, String person, String reason, @Nullable String authority) {}
