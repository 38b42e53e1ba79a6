package org.chancery.access;

/** How much a program's key may do of what its account may. */
public enum Scope {
  /** Reads, and changes nothing. */
  READ,
  /** Reads and changes. */
  WRITE
}
