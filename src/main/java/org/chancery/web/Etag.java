package org.chancery.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The entity tag of a thing: its version, and the check that a writer has seen the newest. */
public final class Etag {

  private Etag() {}

  /** The tag of the version. */
  public static String of(int version) {
    return "\"" + version + "\"";
  }

  /**
   * Lets a writer pass who has seen the version: one of the tags she sends is its tag.
   *
   * @throws Refusal when she says none, or an older one
   */
  public static void require(@Nullable String ifMatch, int version) {
    if (ifMatch == null) {
      throw Refusal.of(Refusal.Kind.IF_MATCH_REQUIRED, "etag.required");
    }
    boolean seen =
        Arrays.stream(ifMatch.split(","))
            .map(String::strip)
            .anyMatch(tag -> tag.equals(of(version)) || tag.equals("*"));
    if (!seen) {
      throw Refusal.of(Refusal.Kind.STALE, "etag.stale");
    }
  }
}
