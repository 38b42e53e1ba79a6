package org.chancery.deadline;

import java.time.LocalDate;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * How one milestone stands.
 *
 * @param milestone its number within the case
 * @param status its status
 * @param due by when it is, or was, due
 * @param daysLate how late it is, or was done; null where nothing says by when, and where nothing
 *     is due now
 * @param closedOn the day it was done; null while it is open
 * @param closedBy the event that closed it; null while it is open, and for an entry into force by
 *     the computed date
 * @param earliestPossible the earliest day on which what was planned can be, where it is already
 *     impossible to meet the deadline before the planned day; null where it is not
 * @param overdueSince the first day it was, or would be, overdue; null unless it is
 * @param extended whether a manager extended it
 */
public record Standing(
    int milestone,
    Status status,
    Due due,
    @Nullable DaysLate daysLate,
    @Nullable StatedDate closedOn,
    @Nullable Integer closedBy,
    @Nullable LocalDate earliestPossible,
    @Nullable LocalDate overdueSince,
    boolean extended) {}
