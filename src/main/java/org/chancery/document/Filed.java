package org.chancery.document;

/**
 * What became of a file that was put in.
 *
 * @param document the document it is now a version of
 * @param version that version
 * @param isNew whether it was added; not, where the newest version has the very same content
 */
public record Filed(Document document, Document.Version version, boolean isNew) {}
