package org.chancery.web;

import org.jspecify.annotations.Nullable;

/** The entity tag of a thing: its version, and the check that a writer has seen the newest. */
public final class Etag {

  private Etag() {}

  /** The tag of the version. */
  public static String of(int version) {
    return "\"" + version + "\"";
  }

  /**
   * Lets a writer pass who has seen the version.
   *
   * @throws Refusal when she says none, or an older one
   */
  public static void require(@Nullable String ifMatch, int version) {
    if (ifMatch == null) {
      throw Refusal.of(Refusal.Kind.IF_MATCH_REQUIRED, "etag.required");
    }
    if (!ifMatch.equals(of(version)) && !ifMatch.equals("*")) {
      throw Refusal.of(Refusal.Kind.STALE, "etag.stale");
    }
  }
}
