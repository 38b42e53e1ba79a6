package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.chancery.access.Account;
import org.chancery.access.BodyCode;
import org.chancery.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S3: a body opens its cases to those who work for it, and to nobody who only belongs to it. */
class SightTest {

  @ParameterizedTest
  @EnumSource(names = {"CLERK", "MANAGER", "SERVICE"})
  void whoWorksForABodySeesItsCases(Role role) {
    assertThat(Sight.of(of(Set.of(role))).parameters()).containsKey("bodies");
    assertThat(Sight.of(of(EnumSet.of(role, Role.ADMIN))).parameters()).containsKey("bodies");
  }

  @ParameterizedTest
  @EnumSource(names = {"ADMIN", "OPERATOR"})
  void anAdministratorOrOperatorWithABodySeesNone(Role role) {
    Sight sight = Sight.of(of(Set.of(role)));
    assertThat(sight.condition()).isEqualTo("i.opened_by = :account");
    assertThat(sight.parameters()).containsOnlyKeys("account").containsValue(null);
    assertThat(sight.shared()).isEmpty();
  }

  private static Account of(Set<Role> roles) {
    return new Account("somebody", "Somebody", roles, Set.of(new BodyCode("energy")), false);
  }
}
