/**
 * The ground the house stands on: whether its database keeps what it confirms, who may migrate it,
 * and how long anybody waits for it.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "database",
    allowedDependencies = {"web", "access"})
@org.jspecify.annotations.NullMarked
package org.chancery.database;
