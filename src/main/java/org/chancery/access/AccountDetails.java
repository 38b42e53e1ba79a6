package org.chancery.access;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.chancery.web.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of an account.
 *
 * @param displayName the name to show: 1 to 200 characters
 * @param email where mail reaches it; null: nowhere
 * @param roles what it may do; none where an outside provider has taken away all
 * @param bodies the bodies it belongs to
 * @param enabled whether it may log in
 */
public record AccountDetails(
    String displayName,
    @Nullable String email,
    List<Role> roles,
    List<BodyCode> bodies,
    boolean enabled) {

  private static final int LONGEST_DISPLAY_NAME = 200;

  /**
   * @throws InvalidValue when the name to show or the address is malformed
   */
  public AccountDetails {
    if (displayName == null || displayName.isBlank()) {
      throw new InvalidValue("account.displayName", LONGEST_DISPLAY_NAME);
    }
    displayName = displayName.strip();
    if (displayName.length() > LONGEST_DISPLAY_NAME) {
      throw new InvalidValue("account.displayName", LONGEST_DISPLAY_NAME);
    }
    email = new Contact(email, null).email();
    roles = List.copyOf(new TreeSet<>(Objects.requireNonNullElse(roles, List.of())));
    bodies = List.copyOf(new TreeSet<>(Objects.requireNonNullElse(bodies, List.of())));
  }

  /**
   * The same, where the roles are chosen.
   *
   * @throws InvalidValue when there is none
   */
  AccountDetails withRoles() {
    if (roles.isEmpty()) {
      throw new InvalidValue("account.roleless", displayName);
    }
    return this;
  }
}
