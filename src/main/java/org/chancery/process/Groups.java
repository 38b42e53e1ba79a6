package org.chancery.process;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.Account;
import org.chancery.access.BodyCode;
import org.chancery.access.Role;

/** The groups of the task list: each body is one, and each role that is not bound to a body. */
final class Groups {

  /** The engine's own group of administrators; it is never without a member. */
  static final String ADMINISTRATORS = "camunda-admin";

  /** The roles that are groups of their own. */
  static final Set<Role> ROLES =
      EnumSet.of(Role.REGISTRAR, Role.LAWYER, Role.OPERATOR, Role.ADMIN, Role.SERVICE);

  /** The groups of those who work with the cases of all bodies. */
  static final List<String> OFFICES =
      Account.FOR_ALL_BODIES.stream().sorted().map(Groups::of).toList();

  private static final String MANAGERS = "Managers";

  private Groups() {}

  /** The groups that the account belongs to. */
  static Set<String> of(Account account) {
    Stream<String> bodies = account.bodies().stream().map(BodyCode::value);
    Stream<String> managers =
        account.is(Role.MANAGER)
            ? account.bodies().stream().map(Groups::managersOf)
            : Stream.empty();
    Stream<String> roles = account.roles().stream().filter(ROLES::contains).map(Groups::of);
    Stream<String> administrators =
        account.is(Role.ADMIN) ? Stream.of(ADMINISTRATORS) : Stream.empty();
    return Stream.of(bodies, managers, roles, administrators)
        .flatMap(groups -> groups)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The group of the body's managers, whose task it is to decide. */
  static String managersOf(BodyCode body) {
    return body.value() + MANAGERS;
  }

  /** The code of the body whose managers the group is; empty where it is another group. */
  static String bodyManagedBy(String group) {
    return group.endsWith(MANAGERS) ? group.substring(0, group.length() - MANAGERS.length()) : "";
  }

  /** The group of the role. */
  static String of(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
