package org.chancery.archive;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.chancery.web.Digest;

/** How long something is that goes by, and its SHA-256. */
final class Measure {

  private final MessageDigest digest = Digest.digest();
  private long bytes;

  void add(byte[] piece, int offset, int length) {
    digest.update(piece, offset, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /** In hexadecimal; nothing can be added any more. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
