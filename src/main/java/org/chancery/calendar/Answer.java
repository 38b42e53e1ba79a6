package org.chancery.calendar;

import java.util.function.Function;
import org.chancery.web.Message;

/** What was asked for, or why it cannot be computed; never a guess. */
public sealed interface Answer<T> {

  /** It is known. */
  record Known<T>(T value) implements Answer<T> {}

  /**
   * It cannot be computed.
   *
   * @param reason why, for a person
   */
  record NotComputable<T>(Message reason) implements Answer<T> {}

  /** This value. */
  static <T> Answer<T> of(T value) {
    return new Known<>(value);
  }

  /** No value, for this reason. */
  static <T> Answer<T> notComputable(Message reason) {
    return new NotComputable<>(reason);
  }

  /** The value made of this one; the same reason where there is none. */
  default <R> Answer<R> map(Function<? super T, R> function) {
    if (this instanceof NotComputable<T> none) {
      return new NotComputable<>(none.reason());
    }
    return new Known<>(function.apply(((Known<T>) this).value()));
  }
}
