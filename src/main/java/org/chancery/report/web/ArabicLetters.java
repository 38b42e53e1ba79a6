package org.chancery.report.web;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;

/**
 * Gives Arabic letters the shapes they have in their place, and leaves the marks over and under
 * them marks: shaped as letters they would stand beside them.
 */
final class ArabicLetters extends ICUBidiReorderer {

  private static final char FIRST_MARK = '\u064B';
  private static final char FIRST_SHAPE = '\uFE70';
  private static final char LAST_SHAPE = '\uFE7F';

  @Override
  public String shapeText(String text) {
    StringBuilder shaped = new StringBuilder(super.shapeText(text));
    for (int i = 0; i < shaped.length(); i++) {
      char shape = shaped.charAt(i);
      if (shape >= FIRST_SHAPE && shape <= LAST_SHAPE) {
        // Each mark has two shapes: by itself, and on a line that goes on.
        shaped.setCharAt(i, (char) (FIRST_MARK + (shape - FIRST_SHAPE) / 2));
      }
    }
    return shaped.toString();
  }
}
