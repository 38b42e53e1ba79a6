package org.chancery.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.web.InvalidValue;

/**
 * Where a page of steps ends: the sort key of its last step. It holds even when that step is done.
 */
record StepPosition(int priority, Instant due, Instant created, String id) {

  private static final Pattern FORM =
      Pattern.compile("(-?\\d{1,6})\\.(\\d{1,15})\\.(\\d{1,15})\\.([0-9a-zA-Z-]{1,64})");

  private static final Instant NEVER =
      LocalDate.of(9999, 12, 31).atStartOfDay(ZoneId.systemDefault()).toInstant();

  static StepPosition of(OpenStep step) {
    Instant due = step.due() == null ? NEVER : step.due();
    return new StepPosition(step.priority(), due, step.createdAt(), step.id());
  }

  /**
   * @throws InvalidValue when the text is no position
   */
  static StepPosition parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidValue("after.malformed", text);
    }
    return new StepPosition(
        Integer.parseInt(matcher.group(1)),
        Instant.ofEpochMilli(Long.parseLong(matcher.group(2))),
        Instant.ofEpochMilli(Long.parseLong(matcher.group(3))),
        matcher.group(4));
  }

  String text() {
    return priority + "." + due.toEpochMilli() + "." + created.toEpochMilli() + "." + id;
  }
}
