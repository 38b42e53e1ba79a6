package org.chancery.access;

import org.springframework.stereotype.Component;

/**
 * What is stored as the password of an account that nobody can log in to until it is given one: the
 * hash of a password that was made and forgotten.
 */
@Component
public class LockedPassword {

  private final Passwords passwords;

  LockedPassword(Passwords passwords) {
    this.passwords = passwords;
  }

  /** The hash of another password each time. */
  public String hash() {
    return passwords.hash(passwords.generate());
  }
}
