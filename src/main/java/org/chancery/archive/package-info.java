/** The register as one file: written whole from one moment, and read into an empty installation. */
@org.springframework.modulith.ApplicationModule(
    displayName = "archive",
    allowedDependencies = {
      "web",
      "access",
      "console",
      "instrument",
      "journal",
      "lifecycle",
      "process"
    })
@org.jspecify.annotations.NullMarked
package org.chancery.archive;
