/** People, bodies (ministries), roles and the one login. */
@org.springframework.modulith.ApplicationModule(
    displayName = "access",
    type = org.springframework.modulith.ApplicationModule.Type.OPEN,
    allowedDependencies = {"web", "console"})
@org.jspecify.annotations.NullMarked
package org.chancery.access;
