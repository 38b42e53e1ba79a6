package org.chancery.process;

import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Gives each command of the engine its view of the people of the house. */
final class IdentitiesFactory implements SessionFactory {

  private final ObjectProvider<People> people;

  IdentitiesFactory(ObjectProvider<People> people) {
    this.people = people;
  }

  @Override
  public Class<?> getSessionType() {
    return ReadOnlyIdentityProvider.class;
  }

  @Override
  public Session openSession() {
    return new Identities(people.getObject());
  }
}
