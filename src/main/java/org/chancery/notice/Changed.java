package org.chancery.notice;

import org.chancery.instrument.Reference;

/**
 * That a deadline stands otherwise than before.
 *
 * @param id its number, in the order of recording
 * @param reference the case
 * @param milestone the number of the deadline
 * @param change what changed
 */
record Changed(long id, Reference reference, int milestone, Change change) {}
