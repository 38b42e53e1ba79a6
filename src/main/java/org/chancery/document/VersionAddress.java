package org.chancery.document;

import org.chancery.instrument.Reference;

/**
 * Where a version of a text is to be found.
 *
 * @param reference the case
 * @param document the number of the document in the case
 * @param number the number of the version in the document
 */
public record VersionAddress(Reference reference, int document, int number) {}
