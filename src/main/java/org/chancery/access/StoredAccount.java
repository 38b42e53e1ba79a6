package org.chancery.access;

import org.jspecify.annotations.Nullable;

/**
 * An account as it is stored.
 *
 * @param account who it is
 * @param passwordHash its password, as {@link Passwords} stores it
 * @param enabled whether it may log in
 * @param mustChange whether its password was made by someone else, and is to be changed
 * @param language the language it has chosen for good, ISO 639-1; null: none
 */
record StoredAccount(
    Account account,
    String passwordHash,
    boolean enabled,
    boolean mustChange,
    @Nullable String language) {

  String name() {
    return account.name();
  }

  /** Changes with the password; a session begun under an older one has ended. */
  String stamp() {
    return Secret.sha256(passwordHash);
  }
}
