package org.chancery.access;

import java.util.Locale;
import java.util.Optional;
import org.chancery.web.Locales;
import org.chancery.web.PreferredLanguage;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** How people are reached: where, and in which language. */
@Component
public class Contacts implements PreferredLanguage {

  private final AccountTable table;
  private final Accounts accounts;

  Contacts(AccountTable table, Accounts accounts) {
    this.table = table;
    this.accounts = accounts;
  }

  /** How the account is reached. */
  public Contact of(Account account) {
    return table.contact(account.name());
  }

  /** Has whoever is logged in reached like this from now on. */
  public void change(Contact contact) {
    table.changeContact(accounts.current().name(), contact);
  }

  /** The language that whoever is logged in has chosen for good. */
  @Override
  public Optional<Locale> preferred() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getPrincipal() instanceof Visitor visitor
        ? Optional.ofNullable(visitor.language()).flatMap(Locales::spoken)
        : Optional.empty();
  }
}
