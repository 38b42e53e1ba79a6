package org.chancery.seed;

/** A seed file that is wrong; it stops the start. */
final class MalformedSeed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedSeed(String file, int line, String reason) {
    super("seeds/%s, line %d: %s".formatted(file, line, reason));
  }
}
