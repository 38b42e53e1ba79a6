/** JUDGING: in which status each milestone is, what contradicts itself, and why. */
@org.springframework.modulith.ApplicationModule(
    displayName = "deadline",
    allowedDependencies = {
      "web",
      "calendar",
      "access",
      "instrument",
      "document",
      "rule",
      "process"
    })
@org.jspecify.annotations.NullMarked
package org.chancery.deadline;
