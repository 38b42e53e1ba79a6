package org.chancery.report.web;

import java.util.List;
import java.util.Locale;
import org.chancery.web.Locales;
import org.jspecify.annotations.Nullable;

/**
 * The report as it is printed.
 *
 * @param locale the language it is in
 * @param day the day it was judged at
 * @param knownAt the minute up to which the record counts
 * @param narrowed what it was narrowed to, in words
 * @param totals how many items in each status that occurs, in words
 * @param heads what stands over the columns
 * @param parts the items by the body that must act
 */
record Printout(
    Locale locale,
    String day,
    String knownAt,
    List<String> narrowed,
    List<String> totals,
    List<String> heads,
    List<Part> parts) {

  /** The items of one body. */
  record Part(@Nullable String body, List<List<Cell>> rows) {}

  /**
   * A cell: what stands in it first, and what more in smaller letters.
   *
   * @param style its class
   */
  record Cell(String style, String first, List<String> more) {}

  /** Its direction, as HTML says it. */
  public String direction() {
    return Locales.isRightToLeft(locale) ? "rtl" : "ltr";
  }
}
