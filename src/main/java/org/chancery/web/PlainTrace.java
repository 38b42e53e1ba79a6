package org.chancery.web;

import ch.qos.logback.classic.spi.IThrowableProxy;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/**
 * Writes what failed into the log: each of its lines set in, so that none passes for an entry of
 * its own. Public, since the log makes it by its name.
 */
public final class PlainTrace extends ExtendedWhitespaceThrowableProxyConverter {

  @Override
  protected String throwableProxyToString(IThrowableProxy failure) {
    String trace = super.throwableProxyToString(failure).replace("\r\n", "\n");
    return Plainly.shown(trace, true).replace("\n", "\n    ").stripTrailing() + "\n";
  }
}
