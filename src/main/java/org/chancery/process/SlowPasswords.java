package org.chancery.process;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * How the engine would keep a password. It keeps none, since people are {@link Identities}; should
 * one ever reach it, it is not kept in a single round of SHA-512, as it would be otherwise.
 */
final class SlowPasswords implements PasswordEncryptor {

  private final PasswordEncoder encoder = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();

  @Override
  public String encrypt(String password) {
    return encoder.encode(password);
  }

  @Override
  public boolean check(String password, String encrypted) {
    return encoder.matches(password, encrypted);
  }

  @Override
  public String hashAlgorithmName() {
    return "PBKDF2";
  }
}
