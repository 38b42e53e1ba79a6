package org.chancery.report.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.chancery.report.Item;

/**
 * The report as it leaves the house: its items one by one, so that it may be longer than memory.
 *
 * @param asked what was asked for
 * @param asOf the day it was judged at; of an instant this house's day
 * @param knownAt what was recorded after this instant is left out
 * @param items hands out the findings, worst first
 */
record Answered(Asked asked, LocalDate asOf, Instant knownAt, Consumer<Consumer<Item>> items) {

  /** What is done with an item. */
  @FunctionalInterface
  interface Taking {

    /** Takes the item. */
    void take(Item item) throws IOException;
  }

  /** Takes each item in its turn. */
  void each(Taking taking) throws IOException {
    try {
      items.accept(item -> take(taking, item));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static void take(Taking taking, Item item) {
    try {
      taking.take(item);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
