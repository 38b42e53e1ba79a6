package org.chancery.deadline;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.CasesOpened;
import org.chancery.instrument.Description;
import org.chancery.instrument.Instrument;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Judges the relatives of a case anew once its change has been committed: whether a programme has a
 * successor, and a protocol only parties of its parent, is said of one case and recorded at
 * another. Each has its own transaction; what fails is done by the next sweep.
 */
@Component
class Relatives {

  private static final Logger LOG = LoggerFactory.getLogger(Relatives.class);

  private final Deadlines deadlines;
  private final Instruments instruments;
  private final Accounts accounts;
  private final ThreadPoolTaskScheduler scheduler;

  Relatives(
      Deadlines deadlines,
      Instruments instruments,
      Accounts accounts,
      ThreadPoolTaskScheduler scheduler) {
    this.deadlines = deadlines;
    this.instruments = instruments;
    this.accounts = accounts;
    this.scheduler = scheduler;
  }

  @TransactionalEventListener
  void rejudge(CaseChanged changed) {
    if (changed.change() == CaseChanged.Change.DESCRIPTION_CORRECTED) {
      later(() -> rejudge(relatives(changed)));
    }
  }

  /** What stands under a case that was just opened was opened with it, and judged with it. */
  @TransactionalEventListener
  void rejudge(CasesOpened opened) {
    Set<Reference> parents =
        opened.files().stream()
            .map(file -> file.instrument().parentReference())
            .flatMap(Stream::ofNullable)
            .collect(Collectors.toSet());
    parents.removeAll(Set.copyOf(opened.references()));
    if (!parents.isEmpty()) {
      later(() -> rejudge(parents));
    }
  }

  private void later(Runnable work) {
    scheduler.execute(
        () ->
            accounts.as(
                Account.HOUSE,
                () -> {
                  work.run();
                  return null;
                }));
  }

  private void rejudge(Set<Reference> relatives) {
    for (Reference relative : relatives) {
      try {
        deadlines.rejudge(relative);
      } catch (RuntimeException failure) {
        LOG.warn("{} could not be judged after a relative has changed", relative, failure);
      }
    }
  }

  private Set<Reference> relatives(CaseChanged changed) {
    Set<Reference> relatives = new HashSet<>();
    Instrument instrument = instruments.known(changed.reference()).instrument();
    Optional.ofNullable(instrument.parentReference()).ifPresent(relatives::add);
    earlierParent(changed.before()).ifPresent(relatives::add);
    instruments.children(changed.reference()).forEach(child -> relatives.add(child.reference()));
    return relatives;
  }

  private Optional<Reference> earlierParent(@Nullable Object before) {
    Description.@Nullable Parent parent =
        before instanceof Description description ? description.parent() : null;
    if (parent == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(parent.reference())
        .or(() -> Optional.ofNullable(parent.slug()).flatMap(instruments::withSlug));
  }
}
