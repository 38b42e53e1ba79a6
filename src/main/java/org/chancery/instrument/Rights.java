package org.chancery.instrument;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.Account;
import org.chancery.access.Bodies;
import org.chancery.access.Body;
import org.chancery.access.BodyCode;
import org.chancery.access.Role;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may open, see, correct a case and record what happened to it. */
@Component
class Rights {

  private final Search search;
  private final Bodies bodies;
  private final ObjectProvider<StepDoers> stepDoers;

  Rights(Search search, Bodies bodies, ObjectProvider<StepDoers> stepDoers) {
    this.search = search;
    this.bodies = bodies;
    this.stepDoers = stepDoers;
  }

  boolean sees(Account account, Reference reference) {
    return search.sees(account, reference);
  }

  void requireSight(Account account, Reference reference) {
    if (!search.sees(account, reference)) {
      throw Refusal.notFound("case.unknown", reference);
    }
  }

  /** Lets those pass who may open a case of some body. */
  void requireOpener(Account account) {
    if (bodiesOf(account).isEmpty()) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "case.opener");
    }
  }

  /** The bodies in whose name the account may open a case. */
  List<Body> bodiesOf(Account account) {
    return bodies.all().stream().filter(body -> opens(account, body.code())).toList();
  }

  private boolean opens(Account account, BodyCode responsible) {
    return opensAny(account) || (account.isOf(responsible) && worksCases(account));
  }

  private boolean opensAny(Account account) {
    return isOfTreatyDepartment(account)
        || account.is(Role.SERVICE)
        || account.equals(Account.HOUSE);
  }

  void requireOpening(Account account, BodyCode responsible) {
    if (!opens(account, responsible)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "case.open", responsible);
    }
  }

  void requireCorrection(Account account, CaseFile file) {
    requireSight(account, file.reference());
    if (!keeps(account, file)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "case.describe");
    }
  }

  /** A figure belongs to no step, so whoever has no more than a step records none. */
  void requireObserving(Account account, CaseFile file) {
    requireSight(account, file.reference());
    if (!keeps(account, file)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "observation.record");
    }
  }

  /** Whoever has no more than a step of the case records what answers that step, and no more. */
  void requireRecording(Account account, CaseFile file, NewEvent event) {
    requireSight(account, file.reference());
    boolean mayRecord =
        keeps(account, file)
            || (mayCorrect(account, file, event.corrects())
                && stepDoers.stream()
                    .anyMatch(steps -> steps.mayAnswer(file.reference(), event, account)));
    if (!mayRecord) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "event.record", event.kind());
    }
  }

  /** Whether it may add papers to the case: it has it in its care, or a step of it to do. */
  boolean files(Account account, CaseFile file) {
    return keeps(account, file)
        || stepDoers.stream().anyMatch(steps -> steps.hasStep(file.reference(), account));
  }

  void requireFiling(Account account, CaseFile file) {
    requireSight(account, file.reference());
    if (!files(account, file)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "document.file");
    }
  }

  /** Whether it corrects nothing, or what a body of the account recorded. */
  private static boolean mayCorrect(Account account, CaseFile file, @Nullable Integer corrects) {
    return corrects == null
        || file.events().stream()
            .filter(event -> event.id() == corrects)
            .anyMatch(event -> event.body() != null && account.isOf(event.body()));
  }

  /**
   * The event with the body that did it: the one named, which must be the account's own unless it
   * has the case in its care; else, of our own acts, the account's body that takes part.
   */
  NewEvent inTheNameOf(Account account, CaseFile file, NewEvent event) {
    if (event.body() != null) {
      if (!account.isOf(event.body()) && !keeps(account, file)) {
        throw Refusal.of(Refusal.Kind.FORBIDDEN, "event.body", event.body());
      }
      return event;
    }
    if (event.source() != null) {
      return event;
    }
    return file.description().participants().stream()
        .filter(account::isOf)
        .findFirst()
        .or(() -> account.bodies().stream().sorted().findFirst())
        .map(event::of)
        .orElse(event);
  }

  /**
   * Whether the account is a manager of the body that answers for the deadline; or of a body above
   * it, once the deadline was put before that.
   */
  boolean mayDecide(Account account, CaseFile file, Milestone milestone) {
    return account.is(Role.MANAGER)
        && (account.isOf(file.bodyOf(milestone))
            || (file.isEscalated(milestone.id())
                && bodiesAbove(file, milestone).stream().anyMatch(account::isOf)));
  }

  /**
   * The bodies before whose managers the deadline can be put: the one responsible for the case, or,
   * where that answers for the deadline itself, those that see every case.
   */
  Set<BodyCode> bodiesAbove(CaseFile file, Milestone milestone) {
    BodyCode responsible = file.description().responsibleBody();
    return file.bodyOf(milestone).equals(responsible)
        ? bodies.all().stream()
            .filter(Body::seesAll)
            .map(Body::code)
            .collect(Collectors.toUnmodifiableSet())
        : Set.of(responsible);
  }

  void requireDecision(Account account, CaseFile file, Milestone milestone) {
    if (!mayDecide(account, file, milestone)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "decision.manager", file.bodyOf(milestone));
    }
  }

  /** The body in whose name the account decides: the one that answers, else the one above. */
  BodyCode decidingBody(Account account, CaseFile file, Milestone milestone) {
    BodyCode own = file.bodyOf(milestone);
    return account.isOf(own)
        ? own
        : bodiesAbove(file, milestone).stream().filter(account::isOf).findFirst().orElse(own);
  }

  /** Whether the account is a second manager of the body that proposed the waiver. */
  boolean mayConfirm(Account account, Decision waiver) {
    return account.is(Role.MANAGER)
        && account.isOf(waiver.body())
        && !account.name().equals(waiver.decidedBy());
  }

  /** A waiver takes two managers of the same body. */
  void requireConfirmation(Account account, Decision waiver) {
    if (!account.is(Role.MANAGER) || !account.isOf(waiver.body())) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "decision.manager", waiver.body());
    }
    if (account.name().equals(waiver.decidedBy())) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "decision.self", waiver.body());
    }
  }

  /** Whether the account has the whole case in its care. */
  boolean keeps(Account account, CaseFile file) {
    boolean ofResponsible =
        account.isOf(file.description().responsibleBody()) && worksCases(account);
    boolean opened =
        account.is(Role.SERVICE) && account.name().equals(file.instrument().openedBy());
    return ofResponsible || opened || account.is(Role.REGISTRAR) || isOfTreatyDepartment(account);
  }

  private boolean isOfTreatyDepartment(Account account) {
    return worksCases(account)
        && account.bodies().stream()
            .anyMatch(code -> bodies.find(code).filter(Body::seesAll).isPresent());
  }

  private static boolean worksCases(Account account) {
    return account.is(Role.CLERK) || account.is(Role.MANAGER) || account.is(Role.SERVICE);
  }
}
