package org.chancery.document;

import org.chancery.document.Document.Version;
import org.chancery.document.Removal.State;
import org.chancery.web.Refusal;

/**
 * What an account may do to take texts out of a case. It takes two: the registrar or a manager of
 * the responsible body proposes, and another of them confirms.
 *
 * @param account the name of the account
 * @param isOfThem whether it is the registrar, or a manager of the responsible body
 */
public record TakingOut(String account, boolean isOfThem) {

  /** Whether it may propose to take the version out now. */
  public boolean mayPropose(Version version) {
    return isOfThem && version.isHeld() && version.proposed().isEmpty();
  }

  /** Whether it may confirm the removal now: somebody else proposed it. */
  public boolean mayConfirm(Removal removal) {
    return mayWithdraw(removal) && !isItsOwn(removal);
  }

  /** Whether it may withdraw the removal now. */
  public boolean mayWithdraw(Removal removal) {
    return isOfThem && removal.state() == State.PROPOSED;
  }

  private boolean isItsOwn(Removal removal) {
    return account.equals(removal.proposedBy());
  }

  /**
   * That it is one of those who take texts out of the case.
   *
   * @throws Refusal when it is not
   */
  public void require() {
    if (!isOfThem) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "removal.who");
    }
  }

  void requireProposing(Version version) {
    require();
    requireHeld(version);
    version
        .proposed()
        .ifPresent(
            proposed -> {
              throw doesNotFit("removal.proposed", proposed.proposedBy());
            });
  }

  void requireConfirming(Removal removal) {
    require();
    if (isItsOwn(removal)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "removal.self");
    }
    requireProposed(removal);
  }

  void requireWithdrawing(Removal removal) {
    require();
    requireProposed(removal);
  }

  private static void requireHeld(Version version) {
    version
        .takenOut()
        .ifPresent(
            done -> {
              throw doesNotFit("removal.confirmed", String.valueOf(done.confirmedBy()));
            });
  }

  private static void requireProposed(Removal removal) {
    if (removal.state() == State.CONFIRMED) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "removal.confirmed", removal.confirmedBy());
    }
    if (removal.state() == State.WITHDRAWN) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "removal.withdrawn", removal.withdrawnBy());
    }
  }

  private static Refusal doesNotFit(String code, String account) {
    return Refusal.of(Refusal.Kind.DOES_NOT_FIT, code, account);
  }
}
