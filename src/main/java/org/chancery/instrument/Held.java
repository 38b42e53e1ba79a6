package org.chancery.instrument;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The cases that the transaction of this thread holds against other writers, each with its file
 * once that was read or made. Nobody else can change them until the transaction ends, so a file
 * holds until this transaction writes something of it, and then it is known what becomes of it.
 * Outside a transaction nothing is held.
 */
@Component
class Held {

  private static final class Cases extends ResourceHolderSupport {

    private final Set<Reference> references = new HashSet<>();
    private final Map<Reference, CaseFile> files = new HashMap<>();
  }

  /** From now on the transaction holds the case, whose row it has locked or made. */
  void hold(Reference reference) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      begun().references.add(reference);
    }
  }

  /** Whether the transaction holds the case. */
  boolean holds(Reference reference) {
    Cases cases = cases();
    return cases != null && cases.references.contains(reference);
  }

  /** The file of a case that is held, if it is known. */
  Optional<CaseFile> file(Reference reference) {
    Cases cases = cases();
    return cases == null ? Optional.empty() : Optional.ofNullable(cases.files.get(reference));
  }

  /** Keeps what was read or made, where the case is held. */
  CaseFile keep(CaseFile file) {
    Cases cases = cases();
    if (cases != null && cases.references.contains(file.reference())) {
      cases.files.put(file.reference(), file);
    }
    return file;
  }

  /** Something of the case is written, which makes this of its file. */
  void change(Reference reference, UnaryOperator<CaseFile> written) {
    Cases cases = cases();
    if (cases != null) {
      cases.files.computeIfPresent(reference, (each, file) -> written.apply(file));
    }
  }

  /** Something of the case is written: what was known no longer holds. */
  void forget(Reference reference) {
    Cases cases = cases();
    if (cases != null) {
      cases.files.remove(reference);
    }
  }

  private @Nullable Cases cases() {
    return (Cases) TransactionSynchronizationManager.getResource(this);
  }

  private Cases begun() {
    Cases cases = cases();
    if (cases == null) {
      cases = new Cases();
      TransactionSynchronizationManager.bindResource(this, cases);
      TransactionSynchronizationManager.registerSynchronization(
          new ResourceHolderSynchronization<>(cases, this) {});
    }
    return cases;
  }
}
