/** TEXTS: versions, languages, checksums, custody of originals. */
@org.springframework.modulith.ApplicationModule(
    displayName = "document",
    allowedDependencies = {"web", "calendar", "access", "instrument"})
@org.jspecify.annotations.NullMarked
package org.chancery.document;
