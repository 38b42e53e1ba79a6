package org.chancery.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Those who may log in, and who of them is acting now. */
@Component
public class Accounts {

  private final AccountTable table;

  Accounts(AccountTable table) {
    this.table = table;
  }

  /**
   * Who is acting: the one who logged in, or in whose name the house acts.
   *
   * @throws IllegalStateException when nobody has logged in
   */
  public Account current() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) {
      throw new IllegalStateException("nobody has logged in");
    }
    if (who.getPrincipal() instanceof Visitor visitor) {
      return visitor.account();
    }
    return find(who.getName())
        .orElseThrow(() -> new IllegalStateException("no account is named " + who.getName()));
  }

  /** Who is acting; the house where nobody has logged in. */
  Account acting() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    boolean nobody =
        who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken;
    return nobody ? Account.HOUSE : current();
  }

  /** Whether whoever is acting came in with a key that may change nothing. */
  public boolean readsOnly() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getAuthorities().contains(ProgramLogin.READS_ONLY);
  }

  /** The account with the name, also one that may no longer log in; the house is one too. */
  public Optional<Account> find(String name) {
    if (name.equals(Account.HOUSE.name())) {
      return Optional.of(Account.HOUSE);
    }
    return table.find(name).map(StoredAccount::account);
  }

  /** The account with the name, if it may log in. */
  public Optional<Account> ifOpen(String name) {
    return table.find(name).filter(StoredAccount::enabled).map(StoredAccount::account);
  }

  /** All who may log in, ordered by name. */
  public List<Account> all() {
    return enabled(table.all());
  }

  /** All who work for the body and may log in, ordered by name. */
  public List<Account> members(BodyCode body) {
    return enabled(table.members(body)).stream().filter(each -> each.isOf(body)).toList();
  }

  /** Acts in the name of the account, in this thread, and answers what the action answers. */
  public <T> T as(Account account, Supplier<T> action) {
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContext acting = SecurityContextHolder.createEmptyContext();
    acting.setAuthentication(Visitor.acting(account).authentication());
    SecurityContextHolder.setContext(acting);
    try {
      return action.get();
    } finally {
      restore(before);
    }
  }

  private static void restore(SecurityContext before) {
    if (before.getAuthentication() == null) {
      SecurityContextHolder.clearContext();
    } else {
      SecurityContextHolder.setContext(before);
    }
  }

  private static List<Account> enabled(List<StoredAccount> stored) {
    return stored.stream().filter(StoredAccount::enabled).map(StoredAccount::account).toList();
  }
}
