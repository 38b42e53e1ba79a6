package org.chancery.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chancery.instrument.Reference;
import org.springframework.stereotype.Component;

/** Begins the process of a case anew by the newest models, where it could not move. */
@Component
class Anew {

  private final Processes processes;
  private final ModelVersions versions;
  private final Cases cases;

  Anew(Processes processes, ModelVersions versions, Cases cases) {
    this.processes = processes;
    this.versions = versions;
    this.cases = cases;
  }

  /** Drops the process and lets the case go on; what stays is for the caller to roll back. */
  Optional<Outcome> begin(Run run, String why) {
    Reference reference = run.reference();
    cases.hold(reference);
    if (!versions.behind(reference).contains(run)) {
      return Optional.of(new Outcome.BegunAnew(why, List.of()));
    }
    List<OpenStep> before = processes.openSteps(reference);
    processes.drop(reference);
    cases.goOn(reference);
    if (!processes.isRunning(reference)) {
      return Optional.of(
          new Outcome.Stayed(why + "; begun anew it would not go on, for the case has ended"));
    }
    return Optional.of(new Outcome.BegunAnew(why, lost(before, processes.openSteps(reference))));
  }

  private static List<String> lost(List<OpenStep> before, List<OpenStep> after) {
    return before.stream()
        .filter(step -> step.assignee() != null)
        .filter(step -> after.stream().noneMatch(open -> isHeldBySame(step, open)))
        .map(step -> "%s at \"%s\"".formatted(step.assignee(), step.name()))
        .toList();
  }

  private static boolean isHeldBySame(OpenStep before, OpenStep after) {
    return Claims.isSamePlace(before, after) && Objects.equals(before.assignee(), after.assignee());
  }
}
