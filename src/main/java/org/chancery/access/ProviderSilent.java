package org.chancery.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;

/** A token could not be looked at, since the provider that signed it does not answer. */
public final class ProviderSilent extends AuthenticationServiceException {

  private static final long serialVersionUID = 1L;

  /** How long until it is asked again. */
  static final Duration WAIT = Duration.ofSeconds(5);

  ProviderSilent(@Nullable Throwable why) {
    super("the provider does not answer", why);
  }

  /** How many seconds to wait before the next try. */
  public long waitSeconds() {
    return WAIT.toSeconds();
  }
}
