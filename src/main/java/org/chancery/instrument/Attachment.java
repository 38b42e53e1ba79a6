package org.chancery.instrument;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What the text of an instrument says belongs to it.
 *
 * @param name what the text calls it, such as {@code Annex 1}
 * @param kind what it is
 */
public record Attachment(@NotBlank @Size(max = 200) String name, @NotNull Kind kind) {

  /** What is attached to a text. */
  public enum Kind {
    ANNEX,
    SIDE_LETTER
  }
}
