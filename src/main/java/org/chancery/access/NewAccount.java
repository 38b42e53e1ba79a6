package org.chancery.access;

import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.web.InvalidValue;

/**
 * An account to be made.
 *
 * @param name the name to log in with: 2 to 40 letters and digits, a letter first
 * @param displayName the name to show
 * @param roles what it may do; at least one
 * @param bodies the bodies it belongs to
 */
record NewAccount(String name, String displayName, Set<Role> roles, Set<BodyCode> bodies) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{1,39}");
  private static final int LONGEST_DISPLAY_NAME = 200;

  /**
   * @throws InvalidValue when the name is malformed or reserved, or no role is given
   */
  NewAccount {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidValue("account.name", name);
    }
    if (name.equalsIgnoreCase(Account.HOUSE.name())) {
      throw new InvalidValue("account.reserved", name);
    }
    if (displayName.isBlank() || displayName.length() > LONGEST_DISPLAY_NAME) {
      throw new InvalidValue("account.displayName", LONGEST_DISPLAY_NAME);
    }
    if (roles.isEmpty()) {
      throw new InvalidValue("account.roleless", name);
    }
    roles = Set.copyOf(roles);
    bodies = Set.copyOf(bodies);
  }
}
