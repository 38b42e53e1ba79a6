package org.chancery.lifecycle;

import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.deadline.Deadlines;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.process.Cases;
import org.springframework.stereotype.Component;

/** A case whose process was moved to a newer model is judged anew, and so its process follows. */
@Component
class GoingOn implements Cases {

  private final Instruments instruments;
  private final Deadlines deadlines;
  private final Accounts accounts;

  GoingOn(Instruments instruments, Deadlines deadlines, Accounts accounts) {
    this.instruments = instruments;
    this.deadlines = deadlines;
    this.accounts = accounts;
  }

  @Override
  public boolean hold(Reference reference) {
    return instruments.hold(reference);
  }

  @Override
  public boolean isInSight(Reference reference) {
    return instruments.ifSeen(reference).isPresent();
  }

  /** In the name of the house: the operator who gives the command is not logged in. */
  @Override
  public void goOn(Reference reference) {
    accounts.as(
        Account.HOUSE,
        () -> {
          deadlines.rejudge(reference);
          return reference;
        });
  }
}
