package org.chancery.process;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What does not go on by itself in the engine, and waits for an operator. */
@Component
@Transactional(readOnly = true)
public class Stuck {

  private final ManagementService management;
  private final RuntimeService runtime;

  Stuck(ManagementService management, RuntimeService runtime) {
    this.management = management;
    this.runtime = runtime;
  }

  /** How many jobs have failed as often as they are tried. */
  public long failedJobs() {
    return management.createJobQuery().noRetriesLeft().count();
  }

  /** How many incidents are open. */
  public long incidents() {
    return runtime.createIncidentQuery().count();
  }
}
