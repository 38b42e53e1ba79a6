package org.chancery.report;

/**
 * Where the ledger says to look: a place, and what is to be found there.
 *
 * @param place the place
 * @param rule the rule whose finding it is
 * @param version the version of the case
 */
record Spot(Place place, String rule, int version) {}
