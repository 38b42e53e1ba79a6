package org.chancery.process;

import java.util.List;
import java.util.Optional;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Bodies;
import org.chancery.access.Body;
import org.springframework.stereotype.Component;

/** The people of the house, as {@code access} keeps them. */
@Component
class HousePeople implements People {

  private final Accounts accounts;
  private final Bodies bodies;

  HousePeople(Accounts accounts, Bodies bodies) {
    this.accounts = accounts;
    this.bodies = bodies;
  }

  @Override
  public Account current() {
    return accounts.current();
  }

  @Override
  public Optional<Account> find(String name) {
    return accounts.find(name);
  }

  @Override
  public List<Account> all() {
    return accounts.all();
  }

  @Override
  public List<Body> bodies() {
    return bodies.all();
  }
}
