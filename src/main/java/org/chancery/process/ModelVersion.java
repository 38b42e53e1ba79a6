package org.chancery.process;

import java.time.Instant;

/**
 * A version of a process model, and what runs by it.
 *
 * @param process the process's id
 * @param version its number; each changed model gets the next at a start
 * @param since when it was first started with
 * @param cases how many cases run by it now
 * @param newest whether new cases begin with it
 */
record ModelVersion(String process, int version, Instant since, int cases, boolean newest) {}
