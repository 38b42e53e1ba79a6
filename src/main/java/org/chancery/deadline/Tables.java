package org.chancery.deadline;

/**
 * The tables that a lawyer keeps and that judging goes by, as they stood at one moment.
 *
 * @param thresholds from how many days on a rule speaks, and how much its finding matters
 */
public record Tables(Thresholds thresholds) {}
