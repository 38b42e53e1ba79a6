package org.chancery.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal. */
public final class Digest {

  private Digest() {}

  /** The digest of the text in UTF-8. */
  public static String sha256(String text) {
    return sha256(text, new byte[0]);
  }

  /** The digest of the stream, read to its end. */
  public static String sha256(InputStream content) throws IOException {
    MessageDigest digest = digest();
    try (OutputStream nowhere = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      content.transferTo(nowhere);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The digest of the text in UTF-8 followed by the bytes. */
  public static String sha256(String text, byte[] bytes) {
    MessageDigest digest = digest();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(bytes));
  }

  /** Nothing digested yet. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
