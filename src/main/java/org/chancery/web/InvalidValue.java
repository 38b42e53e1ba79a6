package org.chancery.web;

import org.jspecify.annotations.Nullable;

/** A value that is not of its kind: a malformed date, a mistyped reference, an unknown code. */
public final class InvalidValue extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient Message reason;

  /** The key of the sentence that says what is wrong and what to do, and what fills it. */
  public InvalidValue(String code, @Nullable Object... arguments) {
    super(code + " " + java.util.Arrays.toString(arguments));
    this.reason = Message.of(code, arguments);
  }

  /** What is wrong, for a person. */
  public Message reason() {
    return reason;
  }
}
