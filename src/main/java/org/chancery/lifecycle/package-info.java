/**
 * MOVING: what each step of a process asks and records, and how the process follows the register.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "lifecycle",
    allowedDependencies = {
      "web",
      "calendar",
      "access",
      "instrument",
      "document",
      "deadline",
      "process"
    })
@org.jspecify.annotations.NullMarked
package org.chancery.lifecycle;
