package org.chancery.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.stereotype.Component;

/**
 * Several calls of the engine as one of its commands: it writes what becomes of all of them when
 * the last is done, a table after the other, instead of after each. Until then its queries show the
 * past, so none of the calls may rest on what another one before it has written.
 */
@Component
class AtOnce {

  private final CommandExecutor executor;

  AtOnce(ProcessEngine engine) {
    this.executor =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired();
  }

  void run(Runnable calls) {
    executor.execute(
        context -> {
          calls.run();
          return null;
        });
  }
}
