package org.chancery.document.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.chancery.document.DocumentKind;

/** The parts of a body that puts in a document, for the description alone. */
record DocumentBody(
    @Schema(
            type = "string",
            format = "binary",
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "its content")
        String file,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            pattern = "[a-z]{2}",
            description = "the language it is written in, ISO 639-1")
        String language,
    @Schema(defaultValue = "DRAFT") DocumentKind kind,
    @Schema(maxLength = 200) String name,
    @Schema(maxLength = 2000) String remark) {}
