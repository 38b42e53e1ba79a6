package org.chancery.journal;

import org.chancery.web.Digest;
import org.jspecify.annotations.Nullable;

/** The hash over all that an entry says, and the hash of the entry before it. */
final class Seal {

  private Seal() {}

  /** Over each part with its length before it, so that no two entries read alike. */
  static String of(@Nullable Object... parts) {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      String value = part == null ? "" : part.toString();
      text.append(part == null ? -1 : value.length()).append(':').append(value);
    }
    return Digest.sha256(text.toString());
  }
}
