/** Everything that ever happened to a case or to the house: append-only, chained by hash. */
@org.springframework.modulith.ApplicationModule(
    displayName = "journal",
    allowedDependencies = {"web", "calendar", "access", "console", "instrument"})
@org.jspecify.annotations.NullMarked
package org.chancery.journal;
