package org.chancery.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a table that somebody once put forward, and what became of it. Nothing of it is ever
 * changed or deleted; what is done with it is added.
 *
 * @param table which table
 * @param number its number; the first is what the program brought along
 * @param text what it says
 * @param remark why it is put forward
 * @param staged who put it forward
 * @param applied the lawyer who applied it; null while nobody has
 * @param confirmed who else confirmed it; null while nobody has
 * @param refused who refused it or took it back; null while nobody has
 * @param refusal why it was refused; null where nothing was said
 * @param validFrom from when on the house judges by it; null until it is confirmed
 */
public record TableVersion(
    TableName table,
    int number,
    TableText text,
    String remark,
    Act staged,
    @Nullable Act applied,
    @Nullable Act confirmed,
    @Nullable Act refused,
    @Nullable String refusal,
    @Nullable Instant validFrom) {

  /**
   * What somebody did with it.
   *
   * @param by the account
   * @param at when
   */
  public record Act(String by, Instant at) {}

  /** How far it has come. */
  public enum State {
    /** Put forward. */
    STAGED,
    /** A lawyer has applied it; somebody else must confirm. */
    APPLIED,
    /** It is in force, or was until the next one. */
    CONFIRMED,
    /** It was refused or taken back. */
    REFUSED
  }

  /** How far it has come. */
  public State state() {
    if (refused != null) {
      return State.REFUSED;
    }
    if (confirmed != null) {
      return State.CONFIRMED;
    }
    return applied == null ? State.STAGED : State.APPLIED;
  }

  /** Whether it still waits for somebody. */
  public boolean isUnderWay() {
    return state() == State.STAGED || state() == State.APPLIED;
  }

  /** Whether it was put forward or applied by the account. */
  boolean isOf(String account) {
    return staged.by().equals(account) || (applied != null && applied.by().equals(account));
  }
}
