package org.chancery.process;

import java.util.List;
import java.util.Optional;
import org.chancery.access.Account;
import org.chancery.access.Body;

/** Whom the engine knows: the accounts and bodies of the house, read through. */
interface People {

  /** Who acts in this thread; the house itself where no person does. */
  Account current();

  /** The account with the name. */
  Optional<Account> find(String name);

  /** Every account. */
  List<Account> all();

  /** Every body. */
  List<Body> bodies();
}
