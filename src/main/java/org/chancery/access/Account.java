package org.chancery.access;

import java.io.Serializable;
import java.util.Set;

/**
 * A person or a program that may log in.
 *
 * @param name the name to log in with: letters and digits
 * @param displayName the name to show
 * @param roles what it may do
 * @param bodies the bodies it works for; none where it belongs to some but is no clerk, manager or
 *     program, since belonging alone opens no case
 * @param seesAll whether it sees every case: by its role, or because one of its bodies does
 */
public record Account(
    String name, String displayName, Set<Role> roles, Set<BodyCode> bodies, boolean seesAll)
    implements Serializable {

  private static final Set<Role> FOR_A_BODY = Set.of(Role.CLERK, Role.MANAGER, Role.SERVICE);

  /** The roles whose people work with cases in the task list, whichever body they belong to. */
  public static final Set<Role> FOR_ALL_BODIES = Set.of(Role.REGISTRAR, Role.LAWYER);

  /**
   * The house itself, where no person acts: loading seeds, the daily sweep. Nobody logs in as it.
   */
  public static final Account HOUSE =
      new Account("house", "Chancery", Set.of(Role.REGISTRAR), Set.of(), true);

  /** Keeps copies of the sets, and of the bodies those it works for. */
  public Account {
    roles = Set.copyOf(roles);
    bodies = worksForBodies(roles) ? Set.copyOf(bodies) : Set.of();
  }

  /** Whether one with these roles works for the bodies it belongs to. */
  static boolean worksForBodies(Set<Role> roles) {
    return roles.stream().anyMatch(FOR_A_BODY::contains);
  }

  /** Whether it works with cases in the task list; others keep the machine and the accounts. */
  public boolean hasTaskList() {
    return !bodies.isEmpty() || roles.stream().anyMatch(FOR_ALL_BODIES::contains);
  }

  /** Whether it has the role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether it works for the body. */
  public boolean isOf(BodyCode body) {
    return bodies.contains(body);
  }
}
