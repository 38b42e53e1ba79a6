/** DOOR to Camunda: the only package that knows the process engine. */
@org.springframework.modulith.ApplicationModule(
    displayName = "process",
    allowedDependencies = {"web", "calendar", "access", "console", "database", "instrument"})
@org.jspecify.annotations.NullMarked
package org.chancery.process;
