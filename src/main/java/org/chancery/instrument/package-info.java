/**
 * WHAT is tracked: instruments, parties, milestones, and the dated events that happened; the stage
 * is derived. The register.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "instrument",
    allowedDependencies = {"web", "calendar", "access", "database"})
@org.jspecify.annotations.NullMarked
package org.chancery.instrument;
