/** RUNNING: how the machine fares, for whoever keeps it going; figures, and no case's content. */
@org.springframework.modulith.ApplicationModule(
    displayName = "operations",
    allowedDependencies = {
      "web",
      "access",
      "instrument",
      "deadline",
      "notice",
      "journal",
      "process",
      "report"
    })
@org.jspecify.annotations.NullMarked
package org.chancery.operations;
