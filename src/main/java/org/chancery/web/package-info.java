/**
 * What all HTTP shares: problems, bodies read with all their mistakes at once, idempotency, paging
 * and locale.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "web",
    type = org.springframework.modulith.ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.chancery.web;
