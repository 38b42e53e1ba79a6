package org.chancery.report.web;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A deadline in a calendar.
 *
 * @param uid names it for ever, whatever becomes of its date
 * @param day the last day that may be its last
 * @param tentative whether the day was computed or is one of several
 * @param summary what is due, in a line
 * @param description what more there is to say
 * @param url the page of its case
 * @param changedAt when anything about it last changed
 * @param sequence grows with each change
 */
record CalendarEntry(
    String uid,
    LocalDate day,
    boolean tentative,
    String summary,
    String description,
    String url,
    Instant changedAt,
    int sequence) {}
