package org.chancery.access;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.chancery.access.HouseChanged.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How a person comes in whom an outside provider (OpenID Connect) vouches for. Her account is made
 * at the first login and placed anew at each: the provider's groups alone say what it may do. It is
 * known by the provider's subject and never by its name, so that nobody gets into another's account
 * by being called like her.
 */
@Component
@EnableConfigurationProperties(OutsideRules.class)
public class OutsideLogin {

  private static final Logger LOG = LoggerFactory.getLogger(OutsideLogin.class);
  private static final int LONGEST_DISPLAY_NAME = 200;

  private final OutsideRules rules;
  private final OutsideTable outside;
  private final AccountTable accounts;
  private final Enrolments enrolments;
  private final LockedPassword locked;
  private final HouseNews news;
  private final TransactionOperations transactions;
  private final Clock clock;

  OutsideLogin(
      OutsideRules rules,
      OutsideTable outside,
      AccountTable accounts,
      Enrolments enrolments,
      Bodies bodies,
      LockedPassword locked,
      HouseNews news,
      TransactionOperations transactions,
      Clock clock) {
    this.rules = rules;
    this.outside = outside;
    this.accounts = accounts;
    this.enrolments = enrolments;
    this.locked = locked;
    this.news = news;
    this.transactions = transactions;
    this.clock = clock;
    rules.bodies().keySet().stream()
        .filter(Predicate.not(bodies::contains))
        .findFirst()
        .ifPresent(OutsideLogin::refuseToStart);
  }

  /**
   * Who it is, as the provider places her now; empty when none of her groups has a role here, or
   * her account is closed.
   *
   * @param issuer the provider
   * @param subject the person, as the provider knows her for ever
   * @param claims what the provider says of her
   */
  public Optional<Authentication> enter(String issuer, String subject, Map<String, Object> claims) {
    Outsider person = Outsider.of(issuer, subject, claims, rules);
    return placedOnce(person)
        .filter(StoredAccount::enabled)
        .map(stored -> Visitor.of(stored, clock.instant()).authentication());
  }

  /** Whether the account is somebody's at an outside provider, so that it needs no password. */
  boolean knows(String account) {
    return outside.knows(account);
  }

  private Optional<StoredAccount> placedOnce(Outsider person) {
    try {
      return inOneGo(person);
    } catch (DuplicateKeyException madeMeanwhile) {
      // By her other window, or by one who is called like her: both are known now.
      return inOneGo(person);
    }
  }

  private Optional<StoredAccount> inOneGo(Outsider person) {
    return Objects.requireNonNull(transactions.execute(tx -> placed(person)));
  }

  private Optional<StoredAccount> placed(Outsider person) {
    Optional<StoredAccount> known = outside.accountOf(person).flatMap(accounts::find);
    Set<Role> roles = rolesOf(person, known);
    Set<BodyCode> bodies =
        Account.worksForBodies(roles) ? rules.bodiesOf(person.groups()) : Set.of();
    if (roles.isEmpty()) {
      // What her groups no longer give her ends now, also where she is still logged in.
      known.ifPresent(stored -> place(stored.account(), Placing.of(person, roles, Set.of())));
      return Optional.empty();
    }
    String name = known.map(StoredAccount::name).orElseGet(() -> make(person, roles, bodies));
    known.ifPresent(stored -> place(stored.account(), Placing.of(person, roles, bodies)));
    return accounts.find(name);
  }

  /** Those of her groups; the last administrator stays one, so that somebody can mend them. */
  private Set<Role> rolesOf(Outsider person, Optional<StoredAccount> known) {
    Set<Role> roles = rules.rolesOf(person.groups());
    if (!roles.contains(Role.ADMIN)) {
      known
          .filter(this::isLastAdministrator)
          .ifPresent(
              last -> {
                LOG.warn(
                    "The groups of {} no longer make an administrator of her; as the last she"
                        + " stays one.",
                    last.name());
                roles.add(Role.ADMIN);
              });
    }
    return roles;
  }

  /** Looked at again under the lock: somebody else may have moved her meanwhile. */
  private boolean isLastAdministrator(StoredAccount stored) {
    return isAdministrator(stored)
        && enrolments.lockAdministrators() < 2
        && accounts.find(stored.name()).filter(OutsideLogin::isAdministrator).isPresent();
  }

  private static boolean isAdministrator(StoredAccount stored) {
    return stored.enabled() && stored.account().is(Role.ADMIN);
  }

  private String make(Outsider person, Set<Role> roles, Set<BodyCode> bodies) {
    String name = AccountName.free(person.name(), accounts::isTaken);
    accounts.insert(new NewAccount(name, shown(person), roles, bodies), locked.hash(), false);
    outside.add(person, name);
    Placing placing = Placing.of(person, roles, bodies);
    news.tell(Change.ACCOUNT_ADDED, HouseChanged.account(name), null, placing);
    return name;
  }

  private void place(Account account, Placing now) {
    Placing before = Placing.of(account);
    if (!before.equals(now)) {
      String name = account.name();
      enrolments.place(name, now.displayName(), now.roles(), now.bodies());
      news.tell(Change.ACCOUNT_CHANGED, HouseChanged.account(name), before, now);
    }
  }

  /** Where the provider places an account. */
  private record Placing(String displayName, SortedSet<Role> roles, SortedSet<BodyCode> bodies) {

    static Placing of(Outsider person, Set<Role> roles, Set<BodyCode> bodies) {
      return new Placing(shown(person), new TreeSet<>(roles), new TreeSet<>(bodies));
    }

    static Placing of(Account account) {
      return new Placing(
          account.displayName(), new TreeSet<>(account.roles()), new TreeSet<>(account.bodies()));
    }
  }

  private static String shown(Outsider person) {
    String plain = person.displayName().replaceAll("\\p{Cntrl}", " ").strip();
    int end = Math.min(plain.length(), LONGEST_DISPLAY_NAME);
    return plain.isEmpty() ? person.subject() : plain.substring(0, end);
  }

  private static void refuseToStart(BodyCode unknown) {
    throw new CannotStart(
        "chancery.oidc.bodies names the body " + unknown + ", which this house does not have.",
        "Name bodies of rules/access/bodies.csv there.");
  }
}
