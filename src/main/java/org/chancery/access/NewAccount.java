package org.chancery.access;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.web.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param name the name to log in with: 2 to 40 letters and digits, a letter first
 * @param displayName the name to show: 1 to 200 characters
 * @param email where mail reaches it; null: nowhere
 * @param roles what it may do; at least one
 * @param bodies the bodies it belongs to
 */
public record NewAccount(
    String name,
    String displayName,
    @Nullable String email,
    List<Role> roles,
    List<BodyCode> bodies) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{1,39}");

  /**
   * @throws InvalidValue when the name is malformed or reserved, or the details are, or no role is
   *     given
   */
  public NewAccount {
    if (name == null || !NAME.matcher(name).matches()) {
      throw new InvalidValue("account.name", String.valueOf(name));
    }
    if (name.equalsIgnoreCase(Account.HOUSE.name())) {
      throw new InvalidValue("account.reserved", name);
    }
    AccountDetails details =
        new AccountDetails(displayName, email, roles, bodies, true).withRoles();
    displayName = details.displayName();
    roles = details.roles();
    bodies = details.bodies();
  }

  /** An account that no mail reaches. */
  NewAccount(String name, String displayName, Set<Role> roles, Set<BodyCode> bodies) {
    this(name, displayName, null, List.copyOf(roles), List.copyOf(bodies));
  }
}
