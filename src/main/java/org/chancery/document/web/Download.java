package org.chancery.document.web;

import java.nio.charset.StandardCharsets;
import org.chancery.document.Document.Version;
import org.chancery.document.Documents;
import org.chancery.document.FileKind;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * How a file that somebody put in leaves this house: streamed, as what it was found to be, and so
 * that a browser runs nothing of it.
 */
final class Download {

  private Download() {}

  /**
   * The answer with its bytes.
   *
   * @throws org.chancery.web.Refusal when it was taken out
   */
  static ResponseEntity<InputStreamResource> of(Version version, Documents documents) {
    version.requireHeld();
    ContentDisposition.Builder shown =
        version.kind().isShownInline()
            ? ContentDisposition.inline()
            : ContentDisposition.attachment();
    String disposition =
        shown.filename(version.fileName(), StandardCharsets.UTF_8).build().toString();
    return ResponseEntity.ok()
        .contentType(type(version))
        .contentLength(version.size())
        .eTag('"' + version.sha256() + '"')
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .body(new InputStreamResource(() -> documents.content(version)));
  }

  /** Of plain text the browser is told how its letters are written; a byte order mark wins. */
  private static MediaType type(Version version) {
    MediaType type = MediaType.parseMediaType(version.mediaType());
    return version.kind() == FileKind.TXT ? new MediaType(type, StandardCharsets.UTF_8) : type;
  }
}
