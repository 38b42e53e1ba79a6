package org.chancery.web;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes a message of the log on one line, whatever somebody has slipped into it: an end of line, a
 * sign that commands a terminal or one that turns the writing around is shown by its number.
 * Public, since the log makes it by its name.
 */
public final class Plainly extends MessageConverter {

  @Override
  public String convert(ILoggingEvent event) {
    return shown(super.convert(event), false);
  }

  /**
   * The text with what is not to be seen made visible; ends of lines, too, unless they are kept.
   */
  static String shown(String text, boolean keepsLines) {
    StringBuilder shown = new StringBuilder(text.length());
    text.chars()
        .forEach(
            sign -> {
              boolean isLine = keepsLines && (sign == '\n' || sign == '\t');
              if (isLine || !isHidden(sign)) {
                shown.append((char) sign);
              } else {
                shown.append("\\u%04x".formatted(sign));
              }
            });
    return shown.toString();
  }

  private static boolean isHidden(int sign) {
    int type = Character.getType(sign);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
