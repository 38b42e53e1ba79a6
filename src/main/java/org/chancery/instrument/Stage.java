package org.chancery.instrument;

/** How far an instrument has come; always derived from its events, never set. */
public enum Stage {
  UNKNOWN,
  INITIATIVE,
  DRAFTING,
  CLEARANCE,
  AUTHORISATION,
  INITIALLED,
  SIGNED,
  CONSENT_PENDING,
  IN_FORCE,
  RUNNING,
  IN_EFFECT,
  PERFORMED,
  EXPIRED,
  TERMINATED,
  WITHDRAWN;

  /** Whether the case has ended. */
  public boolean isEnd() {
    return this == PERFORMED || this == EXPIRED || this == TERMINATED || this == WITHDRAWN;
  }

  /** Whether the instrument binds or runs. */
  public boolean isInForce() {
    return this == IN_FORCE || this == RUNNING || this == IN_EFFECT;
  }
}
