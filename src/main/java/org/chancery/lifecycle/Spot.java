package org.chancery.lifecycle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.instrument.Reference;
import org.chancery.web.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Where something is to be decided: a deadline, or a decision on one.
 *
 * @param reference the case
 * @param milestone the number of the deadline
 * @param decision the number of the decision; null for the deadline itself
 */
public record Spot(Reference reference, int milestone, @Nullable Integer decision) {

  private static final Pattern FORM =
      Pattern.compile("([0-9X-]{13})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?");

  /** The deadline. */
  public static Spot of(Reference reference, int milestone) {
    return new Spot(reference, milestone, null);
  }

  /**
   * The spot that {@link #toString} wrote, such as {@code 2026-000123-6.2}.
   *
   * @throws InvalidValue when it is none
   */
  public static Spot parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new InvalidValue("many.spot", text);
    }
    String decision = form.group(3);
    return new Spot(
        new Reference(form.group(1)),
        Integer.parseInt(form.group(2)),
        decision == null ? null : Integer.valueOf(decision));
  }

  @Override
  public String toString() {
    return reference + "." + milestone + (decision == null ? "" : "." + decision);
  }
}
