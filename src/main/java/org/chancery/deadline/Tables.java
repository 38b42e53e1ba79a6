package org.chancery.deadline;

import java.time.LocalDate;

/**
 * The tables that a lawyer keeps and that judging goes by, as they stood at one moment.
 *
 * @param terms what the law, or else this house, gives for a step
 * @param thresholds from how many days on a rule speaks, and how much its finding matters
 * @param firstStart the day this house began to work
 */
public record Tables(StatutoryTerms terms, Thresholds thresholds, LocalDate firstStart) {}
