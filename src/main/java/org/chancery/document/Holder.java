package org.chancery.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Size;
import org.chancery.access.BodyCode;
import org.chancery.web.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Who has a paper original: a body of this house, its registry, or somebody outside.
 *
 * @param body the code of the body; {@code registrar} is the registry; null for somebody outside
 * @param outside the depositary, the other party's ministry, an archive, in words; null for a body
 */
public record Holder(@Nullable BodyCode body, @Size(max = 200) @Nullable String outside) {

  /** The registry of this house, where the register's originals lie. */
  public static final Holder REGISTRY = of(new BodyCode("registrar"));

  /**
   * @throws InvalidValue unless it is one of the two
   */
  public Holder {
    outside = outside == null || outside.isBlank() ? null : outside.strip();
    if ((body == null) == (outside == null)) {
      throw new InvalidValue("custody.holder");
    }
  }

  /** The body as a holder. */
  public static Holder of(BodyCode body) {
    return new Holder(body, null);
  }

  /** Whether it is nobody of this house. */
  @JsonIgnore
  public boolean isOutside() {
    return body == null;
  }

  @Override
  public String toString() {
    return body == null ? String.valueOf(outside) : body.value();
  }
}
