package org.chancery.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.chancery.web.Digest;

/** The last hash of each case's journal, brought under one root. */
final class Heads {

  private final MessageDigest root = Digest.digest();
  private String reference = "";
  private String head = "";
  private long cases;
  private long entries;

  /** Takes the next entry; those of a case come one after the other. */
  void add(String ofCase, String hash) {
    if (!ofCase.equals(reference)) {
      close();
      reference = ofCase;
      cases++;
    }
    head = hash;
    entries++;
  }

  /** The root over all that was taken; nothing can be taken any more. */
  Manifest.Journal journal() {
    close();
    return new Manifest.Journal(cases, entries, HexFormat.of().formatHex(root.digest()));
  }

  private void close() {
    if (cases > 0) {
      root.update((reference + " " + head + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
