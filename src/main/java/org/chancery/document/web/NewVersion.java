package org.chancery.document.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a version when it is put in, beside its content.
 *
 * @param remark what its author says of it
 */
record NewVersion(@Size(max = 2000) @Nullable String remark) {}
