package org.chancery.document.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** The parts of a body that puts in a version of a document, for the description alone. */
record VersionBody(
    @Schema(
            type = "string",
            format = "binary",
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "its content")
        String file,
    @Schema(maxLength = 2000) String remark) {}
