package org.chancery.lifecycle;

import java.util.Objects;
import org.chancery.access.Account;
import org.chancery.instrument.NewEvent;
import org.chancery.instrument.Reference;
import org.chancery.instrument.StepDoers;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.springframework.stereotype.Component;

/** Whose step is open, as the processes know it. */
@Component
class Doers implements StepDoers {

  private final Processes processes;
  private final Answering answering;

  Doers(Processes processes, Answering answering) {
    this.processes = processes;
    this.answering = answering;
  }

  @Override
  public boolean mayAnswer(Reference reference, NewEvent event, Account account) {
    return processes.openSteps(reference).stream()
        .filter(open -> open.fallsTo(account))
        .anyMatch(open -> isAnsweredBy(open, event));
  }

  @Override
  public boolean hasStep(Reference reference, Account account) {
    return processes.openSteps(reference).stream().anyMatch(open -> open.fallsTo(account));
  }

  /** A step is answered by an event of its kind, of its own milestone, party and body. */
  private boolean isAnsweredBy(OpenStep open, NewEvent event) {
    boolean ofKind =
        Step.withId(open.step())
            .filter(
                step ->
                    answering.choices(step, open).stream()
                        .anyMatch(each -> each.records(event.kind())))
            .isPresent();
    boolean ofParty =
        open.party() == null
            || (event.party() != null && event.party().value().equals(open.party()));
    boolean ofBody =
        open.body() == null || event.body() == null || event.body().equals(open.body());
    return ofKind && ofParty && ofBody && Objects.equals(open.milestone(), event.milestone());
  }
}
