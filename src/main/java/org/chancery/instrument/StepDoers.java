package org.chancery.instrument;

import org.chancery.access.Account;

/** Knows whose step is open in a case; implemented by the module that moves cases. */
public interface StepDoers {

  /** Whether a step is open that just this event answers and that falls to the account. */
  boolean mayAnswer(Reference reference, NewEvent event, Account account);

  /** Whether any step is open that falls to the account. */
  boolean hasStep(Reference reference, Account account);
}
