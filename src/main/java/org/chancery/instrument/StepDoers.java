package org.chancery.instrument;

import org.chancery.access.Account;

/** Knows whose step is open in a case; implemented by the module that moves cases. */
public interface StepDoers {

  /** Whether a step is open that this kind of event answers and that the account may do. */
  boolean mayAnswer(Reference reference, EventKind kind, Account account);
}
