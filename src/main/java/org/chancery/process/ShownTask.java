package org.chancery.process;

import org.jspecify.annotations.Nullable;

/**
 * What a list says of an open task, in the reader's language.
 *
 * @param name what is to be done
 * @param reference the case
 * @param title the instrument's title
 * @param measure the measure or report that it carries out, where it carries out one
 * @param party the party in whose column the step is, where it is in one
 * @param deadline the deadline as it was stated, where there is one
 */
public record ShownTask(
    String name,
    String reference,
    String title,
    @Nullable String measure,
    @Nullable String party,
    @Nullable String deadline) {}
