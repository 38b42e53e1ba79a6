package org.chancery.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Decision.Kind;
import org.chancery.instrument.Decision.State;
import org.chancery.instrument.Decisions;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.NewDecision;
import org.chancery.instrument.NewDecision.Extension;
import org.chancery.instrument.NewDecision.Waiver;
import org.chancery.instrument.Reference;
import org.chancery.web.Message;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Managers extend, waive and suspend deadlines: whether a decision fits how the deadline stands now
 * is said here, who may decide by {@link Decisions}, which keeps it.
 */
@Component
@Transactional
public class Deciding {

  private final Decisions decisions;
  private final Deadlines deadlines;

  Deciding(Decisions decisions, Deadlines deadlines) {
    this.decisions = decisions;
    this.deadlines = deadlines;
  }

  /** The same, however the case stands. */
  public Decision decide(Reference reference, int milestone, NewDecision said) {
    return decide(reference, milestone, said, null);
  }

  /**
   * Decides on the deadline in the name of the current account.
   *
   * @param ifMatch the entity tag of the case as it was read; null: however it stands
   * @return what was decided; of a waiver the proposal, which a second manager must confirm
   * @throws Refusal when the account may not, when the case has changed since it was read, or when
   *     the deadline does not stand so that it could be decided
   */
  public Decision decide(
      Reference reference, int milestone, NewDecision said, @Nullable String ifMatch) {
    return decisions.decide(
        reference, milestone, said, ifMatch, file -> check(file, milestone, said));
  }

  /**
   * Confirms a waiver that another manager of the body proposed.
   *
   * @throws Refusal when the account may not, or when there is nothing to waive any more
   */
  public Decision confirm(Reference reference, int milestone, int waiver) {
    return decisions.confirm(reference, milestone, waiver, file -> requireOpen(file, milestone));
  }

  /**
   * Withdraws a waiver that was only proposed.
   *
   * @throws Refusal when the account may not, or when it is no longer a proposal
   */
  public Decision withdraw(Reference reference, int milestone, int waiver) {
    return decisions.withdraw(reference, milestone, waiver);
  }

  /** Why the current account can decide nothing on the deadline; empty when it can. */
  @Transactional(readOnly = true)
  public Optional<Message> objection(CaseFile file, Milestone milestone, Standing standing) {
    return decisions.mayDecide(file, milestone)
        ? objection(milestone, standing)
        : Optional.of(Message.of("decision.manager", file.bodyOf(milestone)));
  }

  private static Optional<Message> objection(Milestone milestone, Standing standing) {
    if (milestone.isSetByLaw()) {
      return Optional.of(Message.of("decision.law"));
    }
    return standing.status().isOver()
        ? Optional.of(Message.of("decision.over." + standing.status().name()))
        : Optional.empty();
  }

  private void check(CaseFile file, int milestone, NewDecision said) {
    Standing standing = requireOpen(file, milestone);
    if (said instanceof Extension extension) {
      requireLater(extension, standing.due());
    }
    if (said instanceof Waiver) {
      requireUnproposed(file, milestone);
    }
  }

  /**
   * What is over, was never due, or is set by law, is neither extended nor waived nor suspended.
   */
  private Standing requireOpen(CaseFile file, int milestone) {
    Standing standing = deadlines.judgeDeadlines(file).standing(milestone).orElseThrow();
    file.milestone(milestone)
        .flatMap(deadline -> objection(deadline, standing))
        .ifPresent(
            objection -> {
              throw Refusal.of(Refusal.Kind.DOES_NOT_FIT, objection.code());
            });
    return standing;
  }

  private static void requireLater(Extension extension, Due due) {
    LocalDate latest = due.latest();
    LocalDate first = extension.to().dueEarliest();
    if (latest != null && (first == null || !first.isAfter(latest))) {
      throw Refusal.doesNotFit("/to", "decision.to.later", latest.toString());
    }
  }

  /** A proposal waits for its confirmation, unless the deadline has gone to another body since. */
  private static void requireUnproposed(CaseFile file, int milestone) {
    file.milestone(milestone).stream()
        .flatMap(
            deadline ->
                file.decisionsOn(milestone)
                    .filter(decision -> decision.kind() == Kind.WAIVER)
                    .filter(decision -> decision.state() == State.PROPOSED)
                    .filter(decision -> decision.body().equals(file.bodyOf(deadline))))
        .findFirst()
        .ifPresent(
            proposed -> {
              throw Refusal.of(
                  Refusal.Kind.DOES_NOT_FIT, "decision.proposed", proposed.decidedBy());
            });
  }
}
