package org.chancery.instrument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact is stated.
 *
 * @param outlet who published it
 * @param date when it was published
 * @param derived whether the fact was derived from the source rather than stated by it
 */
public record Source(
    @NotBlank @Size(max = 200) String outlet,
    @Nullable StatedDate date,
    @JsonProperty("derived") @Nullable Boolean derived) {

  /** Whether the fact was derived rather than stated. */
  @JsonIgnore
  public boolean isDerived() {
    return Boolean.TRUE.equals(derived);
  }
}
