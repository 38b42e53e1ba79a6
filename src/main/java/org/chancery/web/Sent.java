package org.chancery.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a caller sent, for telling whether she sent the same before: of a body in parts each part,
 * for the line between them is drawn anew each time. The container has laid large parts on the
 * disk, and they are summed up from there.
 */
final class Sent {

  private Sent() {}

  /** The SHA-256 of method, path and body. */
  static String digest(HttpServletRequest request, byte[] body) {
    return Digest.sha256(line(request), body);
  }

  /** The SHA-256 of method, path and parts. */
  static String digest(HttpServletRequest request) {
    StringBuilder text = new StringBuilder(line(request));
    try {
      for (Part part : request.getParts()) {
        text.append(part.getName()).append('\0');
        text.append(part.getSubmittedFileName()).append('\0');
        text.append(part.getContentType()).append('\0');
        try (InputStream content = part.getInputStream()) {
          text.append(Digest.sha256(content)).append('\n');
        }
      }
    } catch (IOException | ServletException broken) {
      throw new IllegalStateException("The parts have been read before", broken);
    }
    return Digest.sha256(text.toString());
  }

  private static String line(HttpServletRequest request) {
    return request.getMethod() + " " + request.getRequestURI() + "\n";
  }
}
