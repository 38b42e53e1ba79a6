package org.chancery.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The accounts of the demonstration, made where they are absent; all have one password. */
@Component
@ConditionalOnBooleanProperty("chancery.demo")
class Demonstration {

  static final String PASSWORD = "demo";

  Demonstration(AccountBook book, Bodies bodies, Passwords passwords) {
    // One hash for all of them: thirty would make the start wait for seconds.
    book.addAbsent(accounts(bodies.all()), () -> passwords.hash(PASSWORD));
  }

  private static List<NewAccount> accounts(List<Body> bodies) {
    return Stream.concat(bodies.stream().flatMap(Demonstration::peopleOf), ofTheHouse()).toList();
  }

  private static Stream<NewAccount> peopleOf(Body body) {
    return Stream.of(
        person(body, "Clerk", "clerk", Role.CLERK),
        person(body, "Manager", "manager", Role.MANAGER),
        person(body, "Deputy", "deputy manager", Role.MANAGER));
  }

  private static NewAccount person(Body body, String suffix, String post, Role role) {
    return new NewAccount(
        body.code() + suffix,
        body.nameIn(Locale.ENGLISH) + ", " + post,
        Set.of(role),
        Set.of(body.code()));
  }

  private static Stream<NewAccount> ofTheHouse() {
    return Stream.of(
        official("registrar", "Registrar", Role.REGISTRAR),
        official("lawyer", "Lawyer", Role.LAWYER),
        official("operator", "Operator", Role.OPERATOR),
        official("admin", "Administrator", Role.ADMIN),
        official("service", "Service", Role.SERVICE));
  }

  private static NewAccount official(String name, String displayName, Role role) {
    return new NewAccount(name, displayName, Set.of(role), Set.of());
  }
}
