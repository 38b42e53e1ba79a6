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

  /**
   * The same with each text that fills it kept apart from the direction of the sentence (Unicode
   * FSI and PDI): a citation or a date in a sentence from right to left.
   */
  public Message isolated() {
    return new Message(code, arguments.stream().map(Message::isolated).toList());
  }

  private static Object isolated(Object argument) {
    if (argument instanceof Message message) {
      return message.isolated();
    }
    return argument instanceof String text && !text.isEmpty()
        ? "\u2068" + text + "\u2069"
        : argument;
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
