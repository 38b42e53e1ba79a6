package org.chancery.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import org.chancery.web.Digest;

/**
 * The Merkle tree of what goes by, by SHA-256 (RFC 9162, section 2.1). A leaf is hashed after the
 * byte 0 and a node after the byte 1, so that neither can be taken for the other. It keeps one hash
 * for each power of two in the number of its leaves.
 */
final class Tree {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final Deque<byte[]> whole = new ArrayDeque<>(2);
  private int leaves;

  /** Takes the next leaf. */
  void add(String leaf) {
    byte[] node = hash(LEAF, leaf.getBytes(StandardCharsets.UTF_8), new byte[0]);
    for (int size = leaves; size % 2 == 1; size /= 2) {
      node = hash(NODE, whole.pop(), node);
    }
    whole.push(node);
    leaves++;
  }

  /** How many leaves it has taken. */
  int leaves() {
    return leaves;
  }

  /** The hash of the whole tree, in hexadecimal; of none: SHA-256 of nothing. */
  String root() {
    Iterator<byte[]> rightFirst = whole.iterator();
    if (!rightFirst.hasNext()) {
      return Digest.sha256("");
    }
    byte[] node = rightFirst.next();
    while (rightFirst.hasNext()) {
      node = hash(NODE, rightFirst.next(), node);
    }
    return HexFormat.of().formatHex(node);
  }

  private static byte[] hash(byte kind, byte[] left, byte[] right) {
    MessageDigest digest = Digest.digest();
    digest.update(kind);
    digest.update(left);
    return digest.digest(right);
  }
}
