package org.chancery.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The path within the application as the container reads it to find who serves it, however it was
 * spelled. A pattern of Spring would see only what Spring itself serves, and the calls of the
 * engine's servlets would slip past.
 */
public final class AskedPath {

  private AskedPath() {}

  /** The path that the request asks for, beginning with a slash. */
  public static String of(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return request.getServletPath() + (rest == null ? "" : rest);
  }
}
