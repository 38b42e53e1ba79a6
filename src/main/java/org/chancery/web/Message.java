package org.chancery.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * A sentence for a person: the key of a message catalogue and what fills it. It becomes text only
 * when the reader's language is known.
 *
 * @param code the key in a catalogue of {@code messages/}; the keys of problems without their
 *     {@code problem.}
 * @param arguments what fills the placeholders
 */
public record Message(String code, List<Object> arguments) implements MessageSourceResolvable {

  /** The sentence with its arguments. */
  public static Message of(String code, @Nullable Object... arguments) {
    return new Message(
        code, Arrays.stream(arguments).map(each -> Objects.requireNonNullElse(each, "")).toList());
  }

  @Override
  public String[] getCodes() {
    return new String[] {"problem." + code, code};
  }

  @Override
  public Object[] getArguments() {
    return arguments.toArray();
  }
}
