package org.chancery.instrument;

/**
 * A deadline of the case is about to get its number: whoever has computed others that were shown
 * and not yet recorded records them first. Published in the transaction that holds the case.
 *
 * @param reference the case
 */
public record NumberingMilestones(Reference reference) {}
