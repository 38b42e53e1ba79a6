package org.chancery.journal;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is read a few at a time, each time after the last that was read. */
final class Paged<T> implements Iterator<T> {

  private final Function<@Nullable T, List<T>> more;
  private Iterator<T> few;
  private @Nullable T last;

  /**
   * @param more answers the next few after one, the first after null; empty when there are no more
   */
  Paged(Function<@Nullable T, List<T>> more) {
    this.more = more;
    this.few = more.apply(null).iterator();
  }

  @Override
  public boolean hasNext() {
    if (!few.hasNext() && last != null) {
      few = more.apply(last).iterator();
      last = null;
    }
    return few.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    T next = few.next();
    last = next;
    return next;
  }
}
