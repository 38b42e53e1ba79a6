package org.chancery.process;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.instrument.Reference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who had claimed the steps of a process that is dropped: remembered until the transaction ends, so
 * that a step that opens anew in it is still hers, as long as it falls to one of her groups. That
 * steps of it were open is remembered, too, so that it is begun anew.
 */
@Component
class Claims {

  private final ObjectProvider<People> people;

  Claims(ObjectProvider<People> people) {
    this.people = people;
  }

  /** Remembers whose steps are dropped, and who has claimed them. */
  void remember(Collection<OpenStep> steps) {
    for (OpenStep step : steps) {
      remembered().dropped().add(step.reference());
      if (step.assignee() != null) {
        remembered().claims().put(step.place(), step.assignee());
      }
    }
  }

  /** Whether open steps of the case were dropped, and it was not begun anew since. */
  boolean hasDropped(Reference reference) {
    Remembered remembered = (Remembered) TransactionSynchronizationManager.getResource(this);
    return remembered != null && remembered.dropped().contains(reference);
  }

  /** The case is begun. */
  void begun(Reference reference) {
    if (hasDropped(reference)) {
      remembered().dropped().remove(reference);
    }
  }

  /** Who had claimed the step that now opens anew, where she may still do it. */
  Optional<String> on(OpenStep opening) {
    Remembered remembered = (Remembered) TransactionSynchronizationManager.getResource(this);
    return Optional.ofNullable(remembered)
        .map(each -> each.claims().get(opening.place()))
        .filter(account -> mayHold(account, opening.groups()));
  }

  /** Whether the account may hold a step of the groups. */
  boolean mayHold(String account, Set<String> groups) {
    return people
        .getObject()
        .find(account)
        .filter(each -> !Collections.disjoint(groups, Groups.of(each)))
        .isPresent();
  }

  /** Whether both are the same step of a case, whichever tasks they are. */
  static boolean isSamePlace(OpenStep one, OpenStep other) {
    return one.place().equals(other.place());
  }

  private Remembered remembered() {
    Remembered remembered = (Remembered) TransactionSynchronizationManager.getResource(this);
    if (remembered == null) {
      remembered = new Remembered(this, new HashMap<>(), new HashSet<>());
      TransactionSynchronizationManager.bindResource(this, remembered);
      TransactionSynchronizationManager.registerSynchronization(remembered);
    }
    return remembered;
  }

  private record Remembered(Claims key, Map<Place, String> claims, Set<Reference> dropped)
      implements TransactionSynchronization {

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
