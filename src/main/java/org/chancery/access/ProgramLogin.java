package org.chancery.access;

import java.time.Clock;
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
 * How a program comes in, for one request: by a key of an account that may log in, with no more
 * than both the key and the account have at that moment; or by a token of an outside provider.
 */
@Component
class ProgramLogin {

  /** What whoever came in with a key of scope READ has beside the roles. */
  static final GrantedAuthority READS_ONLY = new SimpleGrantedAuthority("READS_ONLY");

  private final ApiKeys keys;
  private final ProgramTokens tokens;
  private final AccountTable accounts;
  private final Clock clock;

  ProgramLogin(ApiKeys keys, ProgramTokens tokens, AccountTable accounts, Clock clock) {
    this.keys = keys;
    this.tokens = tokens;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Who it is; empty when key or token is none, or its account is closed. */
  Optional<Authentication> authenticate(String keyOrToken, String from) {
    return ProgramTokens.looksLikeOne(keyOrToken) ? byToken(keyOrToken) : byKey(keyOrToken, from);
  }

  private Optional<Authentication> byToken(String token) {
    return tokens
        .use(token)
        .flatMap(this::open)
        .filter(stored -> stored.account().is(Role.SERVICE))
        .map(stored -> Visitor.of(stored, clock.instant()).authentication());
  }

  private Optional<Authentication> byKey(String text, String from) {
    return keys.use(text, from)
        .flatMap(key -> open(key.account()).map(stored -> authentication(stored, key)));
  }

  private Optional<StoredAccount> open(String account) {
    return accounts.find(account).filter(StoredAccount::enabled);
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
            whole.seesAll() && key.bodies().isEmpty() && accounts.seesAll(roles, bodies));
    Visitor visitor = Visitor.of(stored, clock.instant()).as(acting);
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
