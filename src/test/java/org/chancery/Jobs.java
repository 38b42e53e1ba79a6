package org.chancery;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/** What takes up the jobs of an engine, for tests that have it work and rest when they want to. */
public final class Jobs {

  private Jobs() {}

  /** That of the engine. */
  public static JobExecutor of(ProcessEngine engine) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getJobExecutor();
  }
}
