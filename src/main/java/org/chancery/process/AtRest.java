package org.chancery.process;

import java.util.ArrayDeque;
import java.util.Deque;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work that needs the engine at rest. Inside a command the engine has not yet written what it does,
 * so its queries would show the past; such work waits for the end of the transaction, still in it.
 */
@Component
class AtRest {

  void run(Runnable work) {
    if (Context.getCommandContext() == null) {
      work.run();
    } else {
      waiting().add(work);
    }
  }

  private Deque<Runnable> waiting() {
    Waiting waiting = (Waiting) TransactionSynchronizationManager.getResource(this);
    if (waiting == null) {
      waiting = new Waiting(this);
      TransactionSynchronizationManager.bindResource(this, waiting);
      TransactionSynchronizationManager.registerSynchronization(waiting);
    }
    return waiting.works;
  }

  private record Waiting(AtRest key, Deque<Runnable> works) implements TransactionSynchronization {

    /** Before those who write down what has become of the case. */
    @Override
    public int getOrder() {
      return 0;
    }

    Waiting(AtRest key) {
      this(key, new ArrayDeque<>());
    }

    /** Work may find more work to do. */
    @Override
    public void beforeCommit(boolean readOnly) {
      while (!works.isEmpty()) {
        works.remove().run();
      }
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(key, this);
    }
  }
}
