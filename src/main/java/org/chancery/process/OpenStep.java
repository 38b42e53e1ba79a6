package org.chancery.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.chancery.access.Account;
import org.chancery.access.BodyCode;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A step that a process waits at; a person sees it as a task.
 *
 * @param id the task's id in the engine
 * @param reference the case
 * @param process the id of the process it is a step of, such as {@code consent-of-party}
 * @param step the step's id in the model, such as {@code submit-to-parliament}
 * @param name the step's name in the model, such as {@code Submit to parliament}
 * @param party the party whose column it is in, where the step is in one
 * @param body the body whose answer it is, where the step asks several
 * @param milestone the milestone it carries out, where it carries out one
 * @param groups the groups that may do it: codes of bodies, or {@code registrar}
 * @param assignee the account that has claimed it
 * @param due when it is due, as the register says
 * @param priority how urgent it is; the task lists' bands
 * @param createdAt since when it is open
 */
public record OpenStep(
    String id,
    Reference reference,
    String process,
    String step,
    String name,
    @Nullable String party,
    @Nullable BodyCode body,
    @Nullable Integer milestone,
    Set<String> groups,
    @Nullable String assignee,
    @Nullable Instant due,
    int priority,
    Instant createdAt) {

  /** An immutable copy. */
  public OpenStep {
    groups = Set.copyOf(groups);
  }

  /** Where it stands, whichever task it is. */
  public Place place() {
    return new Place(reference, step, party, body, milestone);
  }

  /** Whether it falls to the account: one of its groups may do it, or it has claimed it. */
  public boolean fallsTo(Account account) {
    return falls(account, assignee, groups);
  }

  /** Whether the account may see it: it falls to the account, or that sees every case. */
  public boolean isVisibleTo(Account account) {
    return isVisible(account, assignee, groups);
  }

  /**
   * Whether a step is visible to the account.
   *
   * @param assignee the account that has claimed it
   * @param groups the groups that may do it
   */
  public static boolean isVisible(
      Account account, @Nullable String assignee, Collection<String> groups) {
    return account.seesAll() || falls(account, assignee, groups);
  }

  private static boolean falls(
      Account account, @Nullable String assignee, Collection<String> groups) {
    return account.name().equals(assignee) || !Collections.disjoint(groups, Groups.of(account));
  }

  /** Whether somebody else has claimed it. */
  public boolean isClaimedByAnotherThan(Account account) {
    return assignee != null && !assignee.equals(account.name());
  }
}
