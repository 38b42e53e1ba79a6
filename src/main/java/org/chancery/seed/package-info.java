/** DOOR to the seeds: loads the demonstration's instruments from YAML, once each. */
@org.springframework.modulith.ApplicationModule(
    displayName = "seed",
    allowedDependencies = {"web", "calendar", "access", "instrument"})
@org.jspecify.annotations.NullMarked
package org.chancery.seed;
