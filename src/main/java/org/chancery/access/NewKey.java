package org.chancery.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.chancery.web.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * A program's key to be made.
 *
 * @param label what it is for: 1 to 200 characters
 * @param scope whether it may change anything; only what is said counts, so that unsaid is READ
 * @param roles in which of its account's roles it acts; empty: in all of them
 * @param bodies for which of its account's bodies it acts, whose cases alone it then sees; empty:
 *     for all of them
 * @param lastDay the last day, in UTC, it is valid on; null: until it is revoked
 */
public record NewKey(
    String label,
    Scope scope,
    List<Role> roles,
    List<BodyCode> bodies,
    @Nullable LocalDate lastDay) {

  private static final int LONGEST_LABEL = 200;

  /**
   * @throws InvalidValue when the label is empty or too long
   */
  public NewKey {
    if (label == null || label.isBlank() || label.length() > LONGEST_LABEL) {
      throw new InvalidValue("key.label", LONGEST_LABEL);
    }
    label = label.strip();
    scope = Objects.requireNonNullElse(scope, Scope.READ);
    roles = List.copyOf(new TreeSet<>(Objects.requireNonNullElse(roles, List.of())));
    bodies = List.copyOf(new TreeSet<>(Objects.requireNonNullElse(bodies, List.of())));
  }

  /** A key that may do all its account may, until it is revoked. */
  static NewKey unlimited(String label) {
    return new NewKey(label, Scope.WRITE, List.of(), List.of(), null);
  }
}
