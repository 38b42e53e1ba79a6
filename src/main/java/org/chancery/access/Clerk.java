package org.chancery.access;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;

/** Carries out what is asked for on the command line, and says what came of it. */
final class Clerk {

  private final AccountBook book;
  private final ApiKeys keys;
  private final PrintStream out;

  Clerk(AccountBook book, ApiKeys keys, PrintStream out) {
    this.book = book;
    this.keys = keys;
    this.out = out;
  }

  void addAccount(NewAccount account, boolean ask) {
    if (ask) {
      book.add(account, ask());
      out.println(account.name() + " may log in.");
    } else {
      show("password", account.name(), book.add(account));
    }
  }

  void listAccounts() {
    book.all().forEach(account -> out.println(line(account)));
  }

  void changePassword(String account, boolean ask) {
    if (ask) {
      book.changePassword(account, ask());
      out.println("The password of " + account + " is changed.");
    } else {
      show("password", account, book.changePassword(account));
    }
  }

  void enableAccount(String account, boolean enabled) {
    book.enable(account, enabled);
    out.println(account + (enabled ? " may log in." : " may not log in."));
  }

  void changeEmail(String account, @Nullable String email) {
    book.changeEmail(account, email);
    out.println(email == null ? "No mail reaches " + account + "." : account + " reads " + email);
  }

  void addKey(String account, NewKey key) {
    show("key", account, keys.add(account, key).secret().text());
  }

  void listKeys() {
    keys.all().forEach(key -> out.println(line(key)));
  }

  void revokeKey(long id) {
    keys.revoke(id);
    out.println("The key " + id + " is revoked.");
  }

  private void show(String what, String account, String secret) {
    out.println("The " + what + " of " + account + ", shown only now:");
    out.println(secret);
  }

  private static String ask() {
    String password = ask("Password: ");
    if (!password.equals(ask("Again: "))) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "password.differs");
    }
    return password;
  }

  private static String ask(String prompt) {
    return Optional.ofNullable(System.console())
        .map(console -> console.readPassword(prompt))
        .map(String::new)
        .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "password.noConsole"));
  }

  private static String line(StoredAccount stored) {
    Account account = stored.account();
    return String.join(
        "  ",
        "%-20s".formatted(account.name()),
        "%-8s".formatted(stored.enabled() ? "enabled" : "disabled"),
        "%-10s".formatted(join(account.roles())),
        "%-10s".formatted(join(account.bodies())),
        account.displayName());
  }

  private static String line(ApiKey key) {
    return String.join(
        "  ",
        "%6d".formatted(key.id()),
        "%-20s".formatted(key.account()),
        "%-5s".formatted(key.scope().name().toLowerCase(Locale.ROOT)),
        "made " + seconds(key.createdAt()),
        key.lastUsedAt() == null
            ? "never used"
            : "used " + seconds(key.lastUsedAt()) + " from " + key.lastUsedFrom(),
        validity(key),
        key.label());
  }

  private static String validity(ApiKey key) {
    if (key.revokedAt() != null) {
      return "revoked " + seconds(key.revokedAt());
    }
    return key.lastDay() == null ? "valid" : "valid through " + key.lastDay();
  }

  private static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  private static String join(Collection<?> values) {
    return values.stream()
        .map(value -> value.toString().toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining(","));
  }
}
