package org.chancery.access;

import java.util.List;
import org.chancery.web.Etag;
import org.chancery.web.InvalidValue;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts and their keys, as administrators keep them: nobody else comes in here, nobody can
 * lock herself out, and there is always an administrator.
 */
@Component
@Transactional
public class Staff {

  private final AccountBook book;
  private final Enrolments enrolments;
  private final ApiKeys keys;
  private final Accounts accounts;

  Staff(AccountBook book, Enrolments enrolments, ApiKeys keys, Accounts accounts) {
    this.book = book;
    this.enrolments = enrolments;
    this.keys = keys;
    this.accounts = accounts;
  }

  /**
   * A key that has just been made.
   *
   * @param key what is known of it from now on
   * @param secret the key itself, which is said this once
   */
  public record Issued(ApiKey key, String secret) {

    /** Without the key itself. */
    @Override
    public String toString() {
      return "Issued[" + key.id() + "]";
    }
  }

  /**
   * Those in whose name, name to show or address the text stands, by name.
   *
   * @param after the name after which to begin; null: at the beginning
   */
  @Transactional(readOnly = true)
  public List<Enrolment> page(String text, @Nullable String after, int limit) {
    requireAdministrator();
    return enrolments.page(text, after, limit);
  }

  /**
   * The account.
   *
   * @throws Refusal when there is none
   */
  @Transactional(readOnly = true)
  public Enrolment get(String name) {
    requireAdministrator();
    return book.get(name);
  }

  /**
   * Makes an account and answers its generated password, which is said this once.
   *
   * @throws Refusal when the name is taken
   */
  public String add(NewAccount made) {
    requireAdministrator();
    return book.add(made);
  }

  /**
   * Changes an account: from the next request on it may do what is said now.
   *
   * @param ifMatch the entity tag of what was seen before
   * @throws Refusal when there is none, it was changed meanwhile, or no administrator would be left
   * @throws InvalidValue when its last role is taken away: one may be closed instead
   */
  public Enrolment change(String name, AccountDetails details, @Nullable String ifMatch) {
    Account administrator = requireAdministrator();
    Enrolment before = book.get(name);
    Etag.require(ifMatch, before.version());
    if (!before.roles().isEmpty()) {
      details.withRoles();
    }
    boolean remains = details.enabled() && details.roles().contains(Role.ADMIN);
    if (name.equals(administrator.name()) && !remains) {
      throw Refusal.of(Kind.CONFLICT, "account.self");
    }
    return book.change(name, details);
  }

  /** Whether the account has a password here, and is not somebody's at an outside provider. */
  @Transactional(readOnly = true)
  public boolean hasPassword(String name) {
    requireAdministrator();
    return book.hasPassword(name);
  }

  /**
   * Sets a generated password and answers it, this once; who was logged in with the old is out.
   *
   * @throws Refusal when there is no such account, or it is somebody's at an outside provider
   */
  public String resetPassword(String name) {
    requireAdministrator();
    return book.changePassword(name);
  }

  /** The keys of the account, those revoked included, the newest first. */
  @Transactional(readOnly = true)
  public List<ApiKey> keys(String name) {
    return keys.of(get(name).name());
  }

  /**
   * Makes a key of the account.
   *
   * @throws Refusal when there is no such account
   */
  public Issued issue(String name, NewKey made) {
    requireAdministrator();
    ApiKeys.Issued issued = keys.add(name, made);
    return new Issued(issued.key(), issued.secret().text());
  }

  /**
   * Revokes a key of the account at once and for ever; one that is revoked stays so.
   *
   * @throws Refusal when the account has no such key
   */
  public void revoke(String name, long id) {
    ApiKey key =
        keys(name).stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("key.unknown", String.valueOf(id)));
    if (key.revokedAt() == null) {
      keys.revoke(id);
    }
  }

  private Account requireAdministrator() {
    Account account = accounts.current();
    if (!account.is(Role.ADMIN)) {
      throw Refusal.of(Kind.FORBIDDEN, "people.administrator");
    }
    return account;
  }
}
