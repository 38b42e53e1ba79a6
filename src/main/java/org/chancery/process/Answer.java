package org.chancery.process;

import java.util.Map;
import java.util.Optional;

/**
 * What a person filled in when completing a step, by the name of the field; not yet checked.
 *
 * @param values the fields that were filled in
 */
public record Answer(Map<String, String> values) {

  /** An immutable copy. */
  public Answer {
    values = Map.copyOf(values);
  }

  /** The field, where it was filled in. */
  public Optional<String> value(String field) {
    return Optional.ofNullable(values.get(field)).filter(value -> !value.isBlank());
  }
}
