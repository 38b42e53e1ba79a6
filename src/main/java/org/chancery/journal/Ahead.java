package org.chancery.journal;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A sorted sequence of which the next is known before it is taken. */
final class Ahead<T> {

  private final Iterator<? extends T> rest;
  private final Function<T, String> key;
  private @Nullable T next;

  Ahead(Iterator<? extends T> all, Function<T, String> key) {
    this.rest = all;
    this.key = key;
    advance();
  }

  /** The key of the next; null after the last. */
  @Nullable String key() {
    return next == null ? null : key.apply(next);
  }

  /** Whether the next has the key. */
  boolean has(String wanted) {
    return wanted.equals(key());
  }

  /** The next, which stays. */
  T next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    return next;
  }

  /** The next. */
  T take() {
    T taken = next();
    advance();
    return taken;
  }

  private void advance() {
    next = rest.hasNext() ? rest.next() : null;
  }
}
