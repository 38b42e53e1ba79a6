/** What an operator types instead of starting the server. */
@org.springframework.modulith.ApplicationModule(
    displayName = "console",
    allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.chancery.console;
