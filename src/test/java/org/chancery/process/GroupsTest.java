package org.chancery.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.chancery.access.Account;
import org.chancery.access.BodyCode;
import org.chancery.access.Role;
import org.junit.jupiter.api.Test;

/** S3: the task list shows a body's tasks to those who work for it alone. */
class GroupsTest {

  @Test
  void whoWorksForABodyIsOfItsGroup() {
    assertThat(Groups.of(of(Role.CLERK))).containsExactly("energy");
    assertThat(Groups.of(of(Role.MANAGER))).containsExactlyInAnyOrder("energy", "energyManagers");
  }

  @Test
  void anAdministratorOrOperatorWithABodyIsNot() {
    assertThat(Groups.of(of(Role.OPERATOR))).containsExactly("operator");
    assertThat(Groups.of(of(Role.ADMIN))).containsExactlyInAnyOrder("admin", Groups.ADMINISTRATORS);
  }

  private static Account of(Role role) {
    return new Account("somebody", "Somebody", Set.of(role), Set.of(new BodyCode("energy")), false);
  }
}
