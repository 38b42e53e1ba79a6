package org.chancery.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A random text that opens a door. Shown once; only its SHA-256 is stored, which suffices because
 * 256 random bits cannot be guessed.
 *
 * @param text the secret itself
 */
record Secret(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one: 256 random bits in 43 characters fit for a URL and a header. */
  static Secret random() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** Its SHA-256, in hexadecimal. */
  String hash() {
    return sha256(text);
  }

  /** The SHA-256 of a text, in hexadecimal. */
  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}
