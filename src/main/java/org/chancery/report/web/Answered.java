package org.chancery.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.chancery.report.Item;

/**
 * The report as it leaves the house: its items one by one, so that it may be longer than memory.
 *
 * @param asked what was asked for
 * @param asOf the day it was judged at; of an instant this house's day
 * @param knownAt what was recorded after this instant is left out
 * @param items the findings, worst first; read once
 */
record Answered(Asked asked, LocalDate asOf, Instant knownAt, Stream<Item> items)
    implements AutoCloseable {

  @Override
  public void close() {
    items.close();
  }
}
