package org.chancery.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Gives each command of the engine one of this house's in the place of one of its own.
 *
 * @param type what the engine asks for
 * @param ours what it gets
 */
record OwnManager(Class<? extends Session> type, Supplier<Session> ours) implements SessionFactory {

  @Override
  public Class<?> getSessionType() {
    return type;
  }

  @Override
  public Session openSession() {
    return ours.get();
  }
}
