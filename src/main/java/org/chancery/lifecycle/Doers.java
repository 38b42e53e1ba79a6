package org.chancery.lifecycle;

import org.chancery.access.Account;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Reference;
import org.chancery.instrument.StepDoers;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.springframework.stereotype.Component;

/** Whose step is open, as the processes know it. */
@Component
class Doers implements StepDoers {

  private final Processes processes;

  Doers(Processes processes) {
    this.processes = processes;
  }

  @Override
  public boolean mayAnswer(Reference reference, EventKind kind, Account account) {
    return processes.openSteps(reference).stream()
        .filter(open -> open.fallsTo(account))
        .anyMatch(open -> isAnsweredBy(open, kind));
  }

  private static boolean isAnsweredBy(OpenStep open, EventKind kind) {
    return Step.withId(open.step()).filter(step -> step.answers().contains(kind)).isPresent();
  }
}
