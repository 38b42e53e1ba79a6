package org.chancery.access;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * The one login: a name with its password, or the key or token of a program. Whoever fails learns
 * only that it failed; unknown, closed and mistyped look and last the same.
 */
@Component
@EnableConfigurationProperties(LoginWays.class)
public class Login implements AuthenticationManager {

  private static final int LOCKS = 64;

  private final AccountTable accounts;
  private final ProgramLogin programs;
  private final Passwords passwords;
  private final Remembered remembered;
  private final Throttle throttle;
  private final LoginWays ways;
  private final Clock clock;
  private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

  Login(
      AccountTable accounts,
      ProgramLogin programs,
      Passwords passwords,
      LoginWays ways,
      Clock clock) {
    this.accounts = accounts;
    this.programs = programs;
    this.passwords = passwords;
    this.ways = ways;
    this.clock = clock;
    this.remembered = new Remembered(clock);
    this.throttle = new Throttle(clock);
  }

  /** The claim of a program by its key or token, from the address of whoever makes it. */
  public static Authentication claim(String keyOrToken, WebAuthenticationDetails from) {
    var claim = new PreAuthenticatedAuthenticationToken("", keyOrToken);
    claim.setDetails(from);
    return claim;
  }

  /** Whether whoever logged in must choose a password of her own before anything else. */
  public static boolean mustChangePassword(@Nullable Authentication who) {
    return who != null && who.getPrincipal() instanceof Visitor visitor && visitor.mustChange();
  }

  /**
   * @throws TooManyGuesses when one must wait first
   * @throws BadCredentialsException when the claim is not true
   */
  @Override
  public Authentication authenticate(Authentication claim) throws AuthenticationException {
    String secret = String.valueOf(claim.getCredentials());
    Optional<Authentication> who =
        claim instanceof PreAuthenticatedAuthenticationToken
            ? programs.authenticate(secret, address(claim))
            : byPassword(claim.getName(), secret, Origin.of(claim))
                .filter(this::mayUsePassword)
                .map(stored -> Visitor.byPassword(stored, clock.instant()).authentication());
    return who.orElseThrow(() -> new BadCredentialsException("unknown name, password or key"));
  }

  /**
   * The same login as it stands now, with today's roles; empty when the account was closed, its
   * password changed since, or the login is older than any may be.
   */
  public Optional<Authentication> renew(Authentication earlier) {
    if (!(earlier.getPrincipal() instanceof Visitor visitor)) {
      return Optional.empty();
    }
    return accounts
        .find(visitor.getUsername())
        .filter(StoredAccount::enabled)
        .filter(stored -> stored.stamp().equals(visitor.stamp()))
        .filter(stored -> clock.instant().isBefore(visitor.since().plus(ways.longest())))
        .map(stored -> visitor.asOf(stored).authentication());
  }

  /**
   * Whether this is the password of the account, guessed from there.
   *
   * @throws TooManyGuesses when one must wait first
   */
  boolean isPassword(String name, String password, Origin from) {
    return byPassword(name, password, from).isPresent();
  }

  /** Where people log in elsewhere, a password still serves those who keep the accounts. */
  private boolean mayUsePassword(StoredAccount stored) {
    return ways.local() || stored.account().is(Role.ADMIN);
  }

  /**
   * Verified one at a time for each name: of many requests that arrive together with the same right
   * password one is verified and the rest remembered, and of many wrong guesses none slips past the
   * count. Where the name did not get in of late, even a remembered password must wait its turn:
   * else it would answer a guess that comes too soon.
   */
  private Optional<StoredAccount> byPassword(String name, String password, Origin from) {
    Optional<StoredAccount> stored = accounts.find(name).filter(StoredAccount::enabled);
    if (throttle.isPlaceOf(name, from) && isRemembered(stored, password)) {
      return stored;
    }
    synchronized (locks[Math.floorMod(name.hashCode(), LOCKS)]) {
      if (throttle.isPlaceOf(name, from) && isRemembered(stored, password)) {
        return stored;
      }
      throttle.mustNotWait(name, from);
      return verify(stored, name, password, from);
    }
  }

  private boolean isRemembered(Optional<StoredAccount> stored, String password) {
    return stored.filter(account -> remembered.knows(account, password)).isPresent();
  }

  private Optional<StoredAccount> verify(
      Optional<StoredAccount> stored, String name, String password, Origin from) {
    boolean right =
        isRemembered(stored, password)
            || passwords.matches(password, stored.map(StoredAccount::passwordHash).orElse(null));
    if (right) {
      throttle.right(name, from);
      stored.ifPresent(account -> remembered.verified(account, password));
      return stored;
    }
    throttle.wrong(name, from);
    return Optional.empty();
  }

  private static String address(Authentication claim) {
    return claim.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
  }
}
