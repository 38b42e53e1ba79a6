package org.chancery.access;

import java.util.Locale;
import java.util.Optional;
import org.chancery.access.HouseChanged.Change;
import org.chancery.web.Locales;
import org.chancery.web.PreferredLanguage;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people are reached: where, and in which language. */
@Component
public class Contacts implements PreferredLanguage {

  private final AccountTable table;
  private final Accounts accounts;
  private final HouseNews news;

  Contacts(AccountTable table, Accounts accounts, HouseNews news) {
    this.table = table;
    this.accounts = accounts;
    this.news = news;
  }

  /** How the account is reached. */
  public Contact of(Account account) {
    return table.contact(account.name());
  }

  /** Has whoever is logged in reached like this from now on. */
  @Transactional
  public void change(Contact contact) {
    Account account = accounts.current();
    Contact before = of(account);
    if (!before.equals(contact)) {
      table.changeContact(account.name(), contact);
      news.tell(Change.CONTACT_CHANGED, HouseChanged.account(account.name()), before, contact);
    }
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
