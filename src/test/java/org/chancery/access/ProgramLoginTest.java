package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** S3: a key has no more than it was given. */
class ProgramLoginTest extends AccessTest {

  private static final BodyCode ENERGY = new BodyCode("energy");

  @Autowired private ProgramLogin programs;
  @Autowired private AccountBook book;
  @Autowired private ApiKeys keys;

  @BeforeEach
  void hire() {
    Set<Role> all = Set.of(Role.REGISTRAR, Role.CLERK, Role.ADMIN);
    book.add(new NewAccount("keeper", "Keeper", all, Set.of(ENERGY)), PASSWORD);
  }

  @Test
  void aKeyThatIsNotNarrowedSeesAllWithItsRegistrar() {
    assertThat(acting(List.of(), List.of()).seesAll()).isTrue();
  }

  @Test
  void aRegistrarsKeyForABodySeesNothingBeyondIt() {
    Account acting = acting(List.of(), List.of(ENERGY));
    assertThat(acting.seesAll()).isFalse();
    assertThat(acting.bodies()).containsExactly(ENERGY);
  }

  @Test
  void anAdministratorsKeyWorksForNoBody() {
    Account acting = acting(List.of(Role.ADMIN), List.of());
    assertThat(acting.bodies()).isEmpty();
    assertThat(acting.seesAll()).isFalse();
  }

  private Account acting(List<Role> roles, List<BodyCode> bodies) {
    NewKey made = new NewKey("a test", Scope.READ, roles, bodies, null);
    String key = keys.add("keeper", made).secret().text();
    return ((Visitor) programs.authenticate(key, "127.0.0.1").orElseThrow().getPrincipal())
        .account();
  }
}
