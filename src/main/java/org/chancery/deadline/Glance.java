package org.chancery.deadline;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at many cases at once, reading only, and says which of them are to be judged anew: those of
 * which anybody would do something then, and those that cannot be looked at with the others. It
 * holds no case: whoever changes one meanwhile judges it himself.
 */
@Component
class Glance {

  private static final Logger LOG = LoggerFactory.getLogger(Glance.class);

  /** At most so many are read at once: what is known of them lies in memory meanwhile. */
  private static final int MOST = 500;

  /** Longer no glance takes, but one at a database that is too slow for so many. */
  private static final int SECONDS = 10;

  private final Deadlines deadlines;
  private final Instruments instruments;
  private final List<Concern> concerns;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Glance(
      Deadlines deadlines,
      Instruments instruments,
      List<Concern> concerns,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.deadlines = deadlines;
    this.instruments = instruments;
    this.concerns = concerns;
    this.transaction = new TransactionTemplate(transactions);
    transaction.setReadOnly(true);
    transaction.setTimeout(SECONDS);
    this.clock = clock;
  }

  /**
   * Those of the cases that are to be judged anew, in their order.
   *
   * @throws CannotCreateTransactionException when the database is away
   */
  List<Reference> concerned(List<Reference> cases) {
    return cases.size() > MOST ? concernedInHalves(cases) : concernedTogether(cases);
  }

  /** One that cannot even be read must not keep the others from being looked at. */
  private List<Reference> concernedTogether(List<Reference> cases) {
    try {
      Set<Reference> quiet = Objects.requireNonNull(transaction.execute(status -> quiet(cases)));
      return cases.stream().filter(each -> !quiet.contains(each)).toList();
    } catch (CannotCreateTransactionException away) {
      throw away;
    } catch (RuntimeException failure) {
      LOG.debug("{} cases could not be looked at together", cases.size(), failure);
      return cases.size() <= 1 ? cases : concernedInHalves(cases);
    }
  }

  private List<Reference> concernedInHalves(List<Reference> cases) {
    int half = cases.size() / 2;
    List<Reference> concerned = new ArrayList<>(concerned(cases.subList(0, half)));
    concerned.addAll(concerned(cases.subList(half, cases.size())));
    return concerned;
  }

  /** Those of the cases that judging them anew would leave as they are. */
  private Set<Reference> quiet(List<Reference> cases) {
    List<Judgement> judgements = deadlines.judge(cases);
    Instant now = clock.instant();
    List<CaseFile> files = judgements.stream().map(Judgement::file).toList();
    Set<Reference> quiet = judgements.stream().map(Judgement::reference).collect(toSet());
    quiet.removeAll(instruments.derivedOtherwise(files));
    concerns.forEach(concern -> quiet.removeAll(concern.concerned(judgements, now)));
    return quiet;
  }
}
