package org.chancery.access;

import java.util.List;
import java.util.function.Supplier;
import org.chancery.web.InvalidValue;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where accounts are made, changed and closed. */
@Component
class AccountBook {

  private final AccountTable table;
  private final Bodies bodies;
  private final Passwords passwords;
  private final TransactionOperations transactions;

  AccountBook(
      AccountTable table, Bodies bodies, Passwords passwords, TransactionOperations transactions) {
    this.table = table;
    this.bodies = bodies;
    this.passwords = passwords;
    this.transactions = transactions;
  }

  List<StoredAccount> all() {
    return table.all();
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

  /** Makes those accounts that are absent, all with the same stored password. */
  void addAbsent(List<NewAccount> wanted, Supplier<String> passwordHash) {
    List<String> known = all().stream().map(StoredAccount::name).toList();
    List<NewAccount> absent = wanted.stream().filter(made -> !known.contains(made.name())).toList();
    if (!absent.isEmpty()) {
      String hash = passwordHash.get();
      transactions.executeWithoutResult(
          tx -> absent.forEach(made -> table.insert(made, hash, false)));
    }
  }

  /** Sets a password the owner chose. */
  void changePassword(String name, String password) {
    passwords.check(password);
    known(name, table.changePassword(name, passwords.hash(password), false));
  }

  /** Sets a generated password and answers it. */
  String changePassword(String name) {
    String password = passwords.generate();
    known(name, table.changePassword(name, passwords.hash(password), true));
    return password;
  }

  /** Opens or closes an account; a closed one keeps its history and cannot log in. */
  void enable(String name, boolean enabled) {
    known(name, table.enable(name, enabled));
  }

  /** Sets where mail reaches the account; null: nowhere. */
  void changeEmail(String name, @Nullable String email) {
    Contact before = table.contact(name);
    known(name, table.changeContact(name, new Contact(email, before.language())));
  }

  private void insert(NewAccount made, String hash, boolean mustChange) {
    for (BodyCode body : made.bodies()) {
      if (!bodies.contains(body)) {
        throw new InvalidValue("body.unknown", body);
      }
    }
    transactions.executeWithoutResult(
        tx -> {
          if (table.isTaken(made.name())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "account.taken", made.name());
          }
          table.insert(made, hash, mustChange);
        });
  }

  private static void known(String name, boolean found) {
    if (!found) {
      throw Refusal.notFound("account.unknown", name);
    }
  }
}
