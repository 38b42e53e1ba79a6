package org.chancery.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Looks at what comes in parts before the transaction of the write begins, so that no connection is
 * held while that takes its time.
 */
public interface Beforehand {

  /** What is kept of the look until the write is over. */
  interface Looked extends AutoCloseable {

    @Override
    void close();
  }

  /**
   * Looks at it, and leaves with the request what the write will ask for. What is wrong is not told
   * here but in the write, to whoever may write at all.
   */
  Looked look(HttpServletRequest request);
}
