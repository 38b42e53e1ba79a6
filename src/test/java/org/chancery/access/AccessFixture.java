package org.chancery.access;

/** What other modules' tests need of people, without the whole application. */
public final class AccessFixture {

  private AccessFixture() {}

  /** Passwords that nobody knows. */
  public static LockedPassword lockedPassword() {
    return new LockedPassword(new Passwords());
  }
}
