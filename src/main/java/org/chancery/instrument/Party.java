package org.chancery.instrument;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A party of an instrument.
 *
 * @param code the State or organisation
 * @param consent how it consents to be bound; null where it is the instrument's default
 * @param weight its share (0–1) of the whole that a condition of the clause names
 */
public record Party(
    @NotNull PartyCode code,
    @Nullable Consent consent,
    @DecimalMin("0") @DecimalMax("1") @Nullable BigDecimal weight) {}
