package org.chancery.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * The one login: a name with its password, or the key of a program. Whoever fails learns only that
 * it failed; unknown, closed and mistyped look and last the same.
 */
@Component
public class Login implements AuthenticationManager {

  private static final int LOCKS = 64;

  private final AccountTable accounts;
  private final KeyLogin keys;
  private final Passwords passwords;
  private final Remembered remembered;
  private final Guesses byName;
  private final Guesses byAddress;
  private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

  Login(AccountTable accounts, KeyLogin keys, Passwords passwords, Clock clock) {
    this.accounts = accounts;
    this.keys = keys;
    this.passwords = passwords;
    this.remembered = new Remembered(clock);
    this.byName = new Guesses(clock, 5, Duration.ofMinutes(5));
    // A whole ministry may share one address.
    this.byAddress = new Guesses(clock, 50, Duration.ofMinutes(1));
  }

  /** The claim of a program's key, from the address of whoever makes it. */
  public static Authentication claim(String key, WebAuthenticationDetails from) {
    var claim = new PreAuthenticatedAuthenticationToken("", key);
    claim.setDetails(from);
    return claim;
  }

  /**
   * @throws TooManyGuesses when one must wait first
   * @throws BadCredentialsException when the claim is not true
   */
  @Override
  public Authentication authenticate(Authentication claim) throws AuthenticationException {
    String secret = String.valueOf(claim.getCredentials());
    String address = address(claim.getDetails());
    Optional<Authentication> who =
        claim instanceof PreAuthenticatedAuthenticationToken
            ? keys.authenticate(secret, address)
            : byPassword(claim.getName(), secret, address)
                .map(Visitor::of)
                .map(Visitor::authentication);
    return who.orElseThrow(() -> new BadCredentialsException("unknown name, password or key"));
  }

  /**
   * The same login as it stands now, with today's roles; empty when the account was closed or its
   * password changed since.
   */
  public Optional<Authentication> renew(Authentication earlier) {
    if (!(earlier.getPrincipal() instanceof Visitor visitor)) {
      return Optional.empty();
    }
    return accounts
        .find(visitor.getUsername())
        .filter(StoredAccount::enabled)
        .filter(stored -> stored.stamp().equals(visitor.stamp()))
        .map(stored -> Visitor.of(stored).authentication());
  }

  /**
   * Verified one at a time for each name: of many requests that arrive together with the same right
   * password one is verified and the rest remembered, and of many wrong guesses none slips past the
   * count.
   */
  private Optional<StoredAccount> byPassword(String name, String password, String address) {
    Optional<StoredAccount> stored = accounts.find(name).filter(StoredAccount::enabled);
    if (isRemembered(stored, password)) {
      return stored;
    }
    synchronized (locks[Math.floorMod(name.hashCode(), LOCKS)]) {
      if (isRemembered(stored, password)) {
        return stored;
      }
      mustNotWait(name, address);
      return verify(stored, name, password, address);
    }
  }

  private boolean isRemembered(Optional<StoredAccount> stored, String password) {
    return stored.filter(account -> remembered.knows(account, password)).isPresent();
  }

  private void mustNotWait(String name, String address) {
    Duration forName = byName.wait(name);
    Duration forAddress = byAddress.wait(address);
    Duration longer = forName.compareTo(forAddress) > 0 ? forName : forAddress;
    if (!longer.isZero()) {
      throw new TooManyGuesses(longer);
    }
  }

  private Optional<StoredAccount> verify(
      Optional<StoredAccount> stored, String name, String password, String address) {
    boolean right =
        passwords.matches(password, stored.map(StoredAccount::passwordHash).orElse(null));
    if (right) {
      byName.right(name);
      stored.ifPresent(account -> remembered.verified(account, password));
      return stored;
    }
    byName.wrong(name);
    byAddress.wrong(address);
    return Optional.empty();
  }

  private static String address(@Nullable Object details) {
    return details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
  }
}
