package org.chancery.process;

import java.util.concurrent.atomic.AtomicInteger;

/** Sings when an expression is evaluated; models may ask it, so any expression can. */
public class Canary implements AskedByProcesses {

  private final AtomicInteger songs = new AtomicInteger();

  /** Is heard. */
  public String sing() {
    songs.incrementAndGet();
    return "mddtClerk";
  }

  /** How often it sang. */
  public int songs() {
    return songs.get();
  }
}
