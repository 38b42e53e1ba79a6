package org.chancery.process;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.access.Account;
import org.chancery.access.Body;
import org.chancery.access.BodyCode;
import org.chancery.access.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Three ministries with a clerk each, and the offices of the house. */
class MadeUpPeople implements People {

  private final List<Account> accounts =
      List.of(
          clerk("mddtClerk", "mddt"),
          clerk("mddtManager", "mddt"),
          clerk("energyClerk", "energy"),
          new Account(
              "mfaClerk", "Clerk of mfa", Set.of(Role.CLERK), Set.of(new BodyCode("mfa")), true),
          office("registrar", Role.REGISTRAR, true),
          office("lawyer", Role.LAWYER, true),
          office("operator", Role.OPERATOR, false),
          office("admin", Role.ADMIN, false));

  private static Account clerk(String name, String body) {
    return new Account(
        name, "Clerk of " + body, Set.of(Role.CLERK), Set.of(new BodyCode(body)), false);
  }

  private static Account office(String name, Role role, boolean seesAll) {
    return new Account(name, "The " + name, Set.of(role), Set.of(), seesAll);
  }

  @Override
  public Account current() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who == null ? Account.HOUSE : find(who.getName()).orElseThrow();
  }

  @Override
  public Optional<Account> find(String name) {
    return accounts.stream().filter(account -> account.name().equals(name)).findFirst();
  }

  @Override
  public List<Account> all() {
    return accounts;
  }

  @Override
  public List<Body> bodies() {
    return Stream.of("mddt", "energy", "mfa")
        .map(
            code ->
                new Body(
                    new BodyCode(code),
                    "AZ",
                    ZoneId.of("Asia/Baku"),
                    code.equals("mfa"),
                    Map.of("en", "Ministry " + code)))
        .toList();
  }
}
