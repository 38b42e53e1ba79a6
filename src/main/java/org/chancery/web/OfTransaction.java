package org.chancery.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What belongs to the transaction of this thread and is forgotten with it. Outside a transaction
 * there is nothing.
 *
 * @param <T> what it is
 */
public final class OfTransaction<T> {

  private final Supplier<T> first;

  /**
   * @param first what a transaction begins with, when it is first asked for
   */
  public OfTransaction(Supplier<T> first) {
    this.first = first;
  }

  /** What the transaction has, if it was asked for before. */
  public Optional<T> ifThere() {
    return Optional.ofNullable(kept()).map(each -> each.what);
  }

  /** What the transaction has from now on; empty outside one. */
  public Optional<T> begun() {
    if (kept() == null && TransactionSynchronizationManager.isSynchronizationActive()) {
      Kept<T> kept = new Kept<>(first.get());
      TransactionSynchronizationManager.bindResource(this, kept);
      TransactionSynchronizationManager.registerSynchronization(
          new ResourceHolderSynchronization<>(kept, this) {});
    }
    return ifThere();
  }

  @SuppressWarnings("unchecked") // bound by nobody else
  private @Nullable Kept<T> kept() {
    return (Kept<T>) TransactionSynchronizationManager.getResource(this);
  }

  private static final class Kept<T> extends ResourceHolderSupport {

    private final T what;

    private Kept(T what) {
      this.what = what;
    }
  }
}
