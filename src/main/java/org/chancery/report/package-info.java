/** READ SIDE: the managers' overdue report and the pages of cases. */
@org.springframework.modulith.ApplicationModule(
    displayName = "report",
    allowedDependencies = {
      "web",
      "calendar",
      "access",
      "database",
      "archive",
      "instrument",
      "document",
      "deadline",
      "lifecycle",
      "process",
      "journal"
    })
@org.jspecify.annotations.NullMarked
package org.chancery.report;
