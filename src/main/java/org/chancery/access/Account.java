package org.chancery.access;

import java.io.Serializable;
import java.util.Set;

/**
 * A person or a program that may log in.
 *
 * @param name the name to log in with: letters and digits
 * @param displayName the name to show
 * @param roles what it may do
 * @param bodies the bodies it belongs to
 * @param seesAll whether it sees every case: by its role, or because one of its bodies does
 */
public record Account(
    String name, String displayName, Set<Role> roles, Set<BodyCode> bodies, boolean seesAll)
    implements Serializable {

  /**
   * The house itself, where no person acts: loading seeds, the daily sweep. Nobody logs in as it.
   */
  public static final Account HOUSE =
      new Account("house", "Chancery", Set.of(Role.REGISTRAR), Set.of(), true);

  /** Keeps copies of the sets. */
  public Account {
    roles = Set.copyOf(roles);
    bodies = Set.copyOf(bodies);
  }

  /** Whether it has the role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether it belongs to the body. */
  public boolean isOf(BodyCode body) {
    return bodies.contains(body);
  }
}
