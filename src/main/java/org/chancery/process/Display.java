package org.chancery.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a task shows of the register: display copies, written when a task is created or its
 * milestone moves, and read back by nothing.
 *
 * @param title the instrument's title
 * @param party the party, where the step is in a party's column
 * @param deadline the deadline as stated
 * @param due the end of the due day, for the task list's order
 * @param priority how urgent it is: 100 and more overdue, 50 and more due soon
 */
public record Display(
    String title,
    @Nullable String party,
    @Nullable String deadline,
    @Nullable Instant due,
    int priority) {}
