package org.chancery.document;

import org.chancery.access.Account;
import org.chancery.access.Bodies;
import org.chancery.access.Body;
import org.chancery.access.BodyCode;
import org.chancery.access.Role;
import org.chancery.document.CustodyAct.Kind;
import org.chancery.document.Original.Handover;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may say what was done with an original. The registrar and the treaty department always. */
@Component
class Keepers {

  private final Instruments instruments;
  private final Bodies bodies;

  Keepers(Instruments instruments, Bodies bodies) {
    this.instruments = instruments;
    this.bodies = bodies;
  }

  /** Refuses who may not do what is said. */
  void require(Account account, CaseFile file, Handling handling) {
    Original original = handling.original();
    CustodyAct corrected = handling.corrected();
    boolean may =
        corrected != null
            ? mayCorrect(account, corrected)
            : original == null
                ? mayRegister(account, file, handling.holder())
                : handling.kind() == Kind.HANDED_OVER
                    ? mayHandOver(account, original)
                    : mayAnswer(account, original);
    if (!may) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "custody.may." + handling.kind());
    }
  }

  /** Whoever has the case in her care enters what her body has, or what is outside. */
  boolean mayRegister(Account account, CaseFile file, @Nullable Holder holder) {
    boolean hers = holder == null || holder.isOutside() || speaksFor(account, holder.body());
    return keepsAll(account) || (hers && instruments.isKept(file));
  }

  /** The holder's body; for somebody outside the one that gave it there. */
  boolean mayHandOver(Account account, Original original) {
    return keepsAll(account) || speaksFor(account, original.custodian());
  }

  /**
   * The receiving body; for somebody outside the one that gave it there. Who recorded the handover
   * does not confirm it for another body.
   */
  boolean mayAnswer(Account account, Original original) {
    Handover handover = original.underWay();
    if (handover == null) {
      return false;
    }
    BodyCode receiver = handover.to().isOutside() ? original.custodian() : handover.to().body();
    boolean own = account.name().equals(handover.recordedBy()) && !handover.to().isOutside();
    return speaksFor(account, receiver) || (keepsAll(account) && !own);
  }

  private boolean mayCorrect(Account account, CustodyAct corrected) {
    return keepsAll(account) || speaksFor(account, corrected.body());
  }

  /** In whose name the account records it. */
  static @Nullable BodyCode bodyOf(Account account) {
    return account.is(Role.REGISTRAR)
        ? Holder.REGISTRY.body()
        : account.bodies().stream().sorted().findFirst().orElse(null);
  }

  /** Whether it is the registrar, or the treaty department. */
  boolean keepsAll(Account account) {
    return account.is(Role.REGISTRAR)
        || (worksCases(account)
            && account.bodies().stream()
                .anyMatch(code -> bodies.find(code).filter(Body::seesAll).isPresent()));
  }

  private static boolean speaksFor(Account account, @Nullable BodyCode body) {
    if (body == null) {
      return false;
    }
    return Holder.of(body).equals(Holder.REGISTRY)
        ? account.is(Role.REGISTRAR)
        : account.isOf(body) && worksCases(account);
  }

  private static boolean worksCases(Account account) {
    return account.is(Role.CLERK) || account.is(Role.MANAGER) || account.is(Role.SERVICE);
  }
}
