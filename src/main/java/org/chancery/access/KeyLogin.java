package org.chancery.access;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * How a program comes in: by the key of an account that may log in, for one request, with no more
 * than both the key and the account have at that moment.
 */
@Component
class KeyLogin {

  /** What whoever came in with a key of scope READ has beside the roles. */
  static final GrantedAuthority READS_ONLY = new SimpleGrantedAuthority("READS_ONLY");

  private final ApiKeys keys;
  private final AccountTable accounts;

  KeyLogin(ApiKeys keys, AccountTable accounts) {
    this.keys = keys;
    this.accounts = accounts;
  }

  /** Who it is; empty when there is no such key, or it or its account is closed. */
  Optional<Authentication> authenticate(String text, String from) {
    return keys.use(text, from)
        .flatMap(
            key ->
                accounts
                    .find(key.account())
                    .filter(StoredAccount::enabled)
                    .map(stored -> authentication(stored, key)));
  }

  private Authentication authentication(StoredAccount stored, ApiKey key) {
    Account whole = stored.account();
    Set<Role> roles = narrowed(whole.roles(), key.roles());
    Set<BodyCode> bodies = narrowed(whole.bodies(), key.bodies());
    Account acting =
        new Account(
            whole.name(),
            whole.displayName(),
            roles,
            bodies,
            whole.seesAll() && accounts.seesAll(roles, bodies));
    Visitor visitor = new Visitor(acting, stored.stamp(), stored.language());
    Set<GrantedAuthority> authorities = new HashSet<>(visitor.getAuthorities());
    if (key.scope() == Scope.READ) {
      authorities.add(READS_ONLY);
    }
    return UsernamePasswordAuthenticationToken.authenticated(visitor, null, authorities);
  }

  /** What both have; all of the account's where the key names none. */
  private static <T> Set<T> narrowed(Set<T> accounts, List<T> keys) {
    Set<T> both = new HashSet<>(accounts);
    if (!keys.isEmpty()) {
      both.retainAll(keys);
    }
    return both;
  }
}
