package org.chancery.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong guesses of late: the password was not even looked at. */
public final class TooManyGuesses extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final Duration wait;

  TooManyGuesses(Duration wait) {
    super("too many wrong guesses");
    this.wait = wait;
  }

  /** How many seconds to wait before the next try; at least one. */
  public long waitSeconds() {
    return wait.toSeconds() + 1;
  }
}
