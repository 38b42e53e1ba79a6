package org.chancery.access;

/**
 * An account as it is stored.
 *
 * @param account who it is
 * @param passwordHash its password, as {@link Passwords} stores it
 * @param enabled whether it may log in
 */
record StoredAccount(Account account, String passwordHash, boolean enabled) {

  String name() {
    return account.name();
  }

  /** Changes with the password; a session begun under an older one has ended. */
  String stamp() {
    return Secret.sha256(passwordHash);
  }
}
