package org.chancery.deadline;

/**
 * Another version of a table is in force; published in the transaction that confirmed it.
 *
 * @param table which table
 * @param number the number of its version
 */
public record TableConfirmed(TableName table, int number) {}
