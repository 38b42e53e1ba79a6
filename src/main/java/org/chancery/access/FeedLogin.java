package org.chancery.access;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * How a calendar program comes in: by the token of a person who may log in, for one request, as she
 * stands then. Wrong tokens from one address cost time, as wrong passwords do.
 */
@Component
public class FeedLogin {

  private final AccountTable accounts;
  private final FeedTokens tokens;
  private final Guesses byAddress;
  private final Clock clock;

  FeedLogin(AccountTable accounts, FeedTokens tokens, Clock clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.clock = clock;
    this.byAddress = new Guesses(clock, 50, Duration.ofMinutes(1));
  }

  /**
   * The claim of a token, from the address of whoever makes it.
   *
   * @param token empty where none was given
   */
  public static Authentication claim(@Nullable String token, WebAuthenticationDetails from) {
    var claim = new PreAuthenticatedAuthenticationToken("", token == null ? "" : token);
    claim.setDetails(from);
    return claim;
  }

  /**
   * Who it is.
   *
   * @throws TooManyGuesses when one must wait first
   * @throws BadCredentialsException when there is no such token, or its person may not log in
   */
  public Authentication authenticate(Authentication claim) throws AuthenticationException {
    String address = Origin.of(claim).network();
    Duration wait = byAddress.wait(address);
    if (!wait.isZero()) {
      throw new TooManyGuesses(wait);
    }
    return tokens
        .use(String.valueOf(claim.getCredentials()), address)
        .flatMap(accounts::find)
        .filter(StoredAccount::enabled)
        .map(who -> Visitor.of(who, clock.instant()).authentication())
        .orElseThrow(() -> wrong(address));
  }

  private BadCredentialsException wrong(String address) {
    byAddress.wrong(address);
    return new BadCredentialsException("unknown token");
  }
}
