package org.chancery.access;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.chancery.access.HouseChanged.Change;
import org.chancery.web.InvalidValue;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where accounts are made, changed and closed; each change is told. */
@Component
@Transactional
class AccountBook {

  private final AccountTable table;
  private final Enrolments enrolments;
  private final OutsideTable outside;
  private final Bodies bodies;
  private final Passwords passwords;
  private final HouseNews news;

  AccountBook(
      AccountTable table,
      Enrolments enrolments,
      OutsideTable outside,
      Bodies bodies,
      Passwords passwords,
      HouseNews news) {
    this.table = table;
    this.enrolments = enrolments;
    this.outside = outside;
    this.bodies = bodies;
    this.passwords = passwords;
    this.news = news;
  }

  @Transactional(readOnly = true)
  List<StoredAccount> all() {
    return table.all();
  }

  /**
   * The account as administrators see it.
   *
   * @throws Refusal when there is none
   */
  @Transactional(readOnly = true)
  Enrolment get(String name) {
    return enrolments.find(name).orElseThrow(() -> Refusal.notFound("account.unknown", name));
  }

  /** Makes an account with a password its owner chose. */
  void add(NewAccount made, String password) {
    passwords.check(password);
    insert(made, passwords.hash(password), false);
  }

  /** Makes an account and answers its generated password, which is stored nowhere. */
  String add(NewAccount made) {
    String password = passwords.generate();
    insert(made, passwords.hash(password), true);
    return password;
  }

  /**
   * Makes those accounts that are absent, all with the same stored password. It is the program that
   * makes them, before anything could listen: nothing is told.
   */
  void addAbsent(List<NewAccount> wanted, Supplier<String> passwordHash) {
    List<String> known = all().stream().map(StoredAccount::name).toList();
    List<NewAccount> absent = wanted.stream().filter(made -> !known.contains(made.name())).toList();
    if (!absent.isEmpty()) {
      String hash = passwordHash.get();
      absent.forEach(made -> table.insert(made, hash, false));
    }
  }

  /** Sets a password the owner chose. */
  void changePassword(String name, String password) {
    passwords.check(password);
    changePassword(Change.PASSWORD_CHANGED, name, password, false);
  }

  /** Sets a generated password and answers it. */
  String changePassword(String name) {
    String password = passwords.generate();
    changePassword(Change.PASSWORD_RESET, name, password, true);
    return password;
  }

  /** Whether it has a password here, and is not somebody's at an outside provider. */
  boolean hasPassword(String name) {
    return !outside.knows(name);
  }

  /** Opens or closes an account; a closed one keeps its history and cannot log in. */
  void enable(String name, boolean enabled) {
    AccountDetails before = get(name).details();
    change(
        name,
        new AccountDetails(
            before.displayName(), before.email(), before.roles(), before.bodies(), enabled));
  }

  /** Sets where mail reaches the account; null: nowhere. */
  void changeEmail(String name, @Nullable String email) {
    AccountDetails before = get(name).details();
    change(
        name,
        new AccountDetails(
            before.displayName(), email, before.roles(), before.bodies(), before.enabled()));
  }

  /**
   * Changes what is said of an account; the same said again changes nothing.
   *
   * @throws Refusal when there is none, somebody else changes it, or it is the last administrator
   *     and would be one no longer
   */
  Enrolment change(String name, AccountDetails details) {
    Enrolment before = get(name);
    requireKnown(details.bodies());
    if (before.details().equals(details)) {
      return before;
    }
    requireAnotherAdministrator(before, details);
    if (!enrolments.change(before, details)) {
      throw Refusal.of(Kind.STALE, "etag.stale");
    }
    Enrolment after = get(name);
    news.tell(kind(before, after), HouseChanged.account(name), before, after);
    return after;
  }

  private static Change kind(Enrolment before, Enrolment after) {
    if (before.enabled() == after.enabled()) {
      return Change.ACCOUNT_CHANGED;
    }
    return after.enabled() ? Change.ACCOUNT_OPENED : Change.ACCOUNT_CLOSED;
  }

  private void requireAnotherAdministrator(Enrolment before, AccountDetails after) {
    boolean remains = after.enabled() && after.roles().contains(Role.ADMIN);
    if (before.isAdministrator() && !remains && enrolments.lockAdministrators() < 2) {
      throw Refusal.of(Kind.CONFLICT, "account.lastAdministrator", before.name());
    }
  }

  private void changePassword(Change change, String name, String password, boolean mustChange) {
    if (!hasPassword(name)) {
      throw Refusal.of(Kind.CONFLICT, "password.outside", name);
    }
    if (!table.changePassword(name, passwords.hash(password), mustChange)) {
      throw Refusal.notFound("account.unknown", name);
    }
    news.tell(change, HouseChanged.account(name), null, Map.of("mustChange", mustChange));
  }

  private void insert(NewAccount made, String hash, boolean mustChange) {
    requireKnown(made.bodies());
    if (table.isTaken(made.name())) {
      throw Refusal.of(Kind.CONFLICT, "account.taken", made.name());
    }
    table.insert(made, hash, mustChange);
    news.tell(Change.ACCOUNT_ADDED, HouseChanged.account(made.name()), null, get(made.name()));
  }

  private void requireKnown(List<BodyCode> named) {
    for (BodyCode body : named) {
      if (!bodies.contains(body)) {
        throw new InvalidValue("body.unknown", body);
      }
    }
  }
}
