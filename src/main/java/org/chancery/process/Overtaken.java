package org.chancery.process;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * Of two who change one task at once the engine lets the first pass. To whoever calls {@link
 * Processes} that is the conflict of which a database tells as well.
 */
@Component
class Overtaken implements PersistenceExceptionTranslator {

  @Override
  public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException wrong) {
    return wrong instanceof OptimisticLockingException overtaken
        ? new OptimisticLockingFailureException("Another changed it first.", overtaken)
        : null;
  }
}
