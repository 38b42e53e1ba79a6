package org.chancery.lifecycle;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * That a person shall do the open tasks of a deadline.
 *
 * @param person the account of the person
 * @param reason why
 * @param authority on what authority; null where none is needed
 */
public record NewAssignment(
    @NotBlank @Size(max = 100) String person,
    @NotBlank @Size(max = 2000) String reason,
    @Nullable @Size(max = 500) String authority) {}
