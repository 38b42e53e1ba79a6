package org.chancery.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents for a test, told in few words. */
public final class TextFixture {

  private static final Instant AT = Instant.parse("2026-11-01T08:00:00Z");

  private TextFixture() {}

  /** A document of the kind in the language. */
  public static Document text(int id, DocumentKind kind, String language) {
    return document(id, kind, language, null);
  }

  /** An annex of the name in the language. */
  public static Document annex(int id, String name, String language) {
    return document(id, DocumentKind.ANNEX, language, name);
  }

  private static Document document(
      int id, DocumentKind kind, String language, @Nullable String name) {
    Document.Version version =
        new Document.Version(
            1, "0".repeat(64), 4, "text/plain", "text.txt", null, "clerk", AT, List.of());
    return new Document(id, kind, language, name, List.of(), List.of(version));
  }
}
