package org.chancery.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * One who has logged in, as Spring Security sees it: its authorities are {@code ROLE_} and the name
 * of each role.
 *
 * @param account who it is
 * @param stamp of the password it logged in under; empty where none was needed
 * @param language the language it has chosen for good, ISO 639-1; null: none
 * @param since when it logged in
 * @param mustChange whether it came in by a password that someone else made, and must first choose
 *     its own
 */
record Visitor(
    Account account, String stamp, @Nullable String language, Instant since, boolean mustChange)
    implements UserDetails {

  /** One who needed no password. */
  static Visitor of(StoredAccount stored, Instant since) {
    return new Visitor(stored.account(), stored.stamp(), stored.language(), since, false);
  }

  /** One who gave the password. */
  static Visitor byPassword(StoredAccount stored, Instant since) {
    return new Visitor(
        stored.account(), stored.stamp(), stored.language(), since, stored.mustChange());
  }

  static Visitor acting(Account account) {
    return new Visitor(account, "", null, Instant.EPOCH, false);
  }

  /** The same login as its account stands now. */
  Visitor asOf(StoredAccount now) {
    return new Visitor(
        now.account(), now.stamp(), now.language(), since, mustChange && now.mustChange());
  }

  /** The same login with less than its account has. */
  Visitor as(Account narrowed) {
    return new Visitor(narrowed, stamp, language, since, mustChange);
  }

  Authentication authentication() {
    return UsernamePasswordAuthenticationToken.authenticated(this, null, getAuthorities());
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return account.roles().stream().map(Visitor::authority).toList();
  }

  @Override
  public String getPassword() {
    return "";
  }

  @Override
  public String getUsername() {
    return account.name();
  }

  private static GrantedAuthority authority(Role role) {
    return new SimpleGrantedAuthority("ROLE_" + role.name());
  }

  /** Without the stamp: it is nobody's business. */
  @Override
  public String toString() {
    return "Visitor[" + account.name() + ", " + List.copyOf(account.roles()) + "]";
  }
}
