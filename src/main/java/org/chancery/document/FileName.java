package org.chancery.document;

import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file, and no path: whatever folder it was said to lie in is left out, and so are
 * the signs that would show it otherwise than it is.
 *
 * @param value the name
 */
record FileName(String value) {

  private static final int LONGEST = 200;

  /** Control signs, and those that turn the direction of writing around. */
  private static final String UNSEEN = "[\\p{Cntrl}\\p{Cf}]";

  /**
   * The name as it was sent, without its path.
   *
   * @throws Refusal when nothing is left of it, or it is too long
   */
  static FileName of(@Nullable String sent) {
    String name = sent == null ? "" : sent.replaceAll(UNSEEN, "");
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[:*?\"<>|]", "_").strip();
    if (clean.isEmpty() || clean.chars().allMatch(each -> each == '.')) {
      throw Refusal.doesNotFit("/file", "document.nameless");
    }
    if (clean.length() > LONGEST) {
      throw Refusal.doesNotFit("/file", "document.longName", LONGEST);
    }
    return new FileName(clean);
  }
}
