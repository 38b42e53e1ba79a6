package org.chancery.lifecycle;

import static org.chancery.instrument.EventKind.*;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Clause.Trigger;
import org.chancery.instrument.Consent;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.EventKind.Phase;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Stage;
import org.chancery.process.OpenStep;
import org.jspecify.annotations.Nullable;

/**
 * How far the record says a case has come: which steps of its process are already done. The process
 * follows the record, so that an event recorded anywhere moves it as a completed task does, and an
 * instrument signed years ago opens at the step it stands at.
 *
 * @param file the record
 * @param home the State whose house this is
 * @param today this house's day
 */
record Course(CaseFile file, PartyCode home, LocalDate today) {

  private static final Set<MilestoneKind> TASKS_OF_THEIR_OWN =
      EnumSet.of(
          MilestoneKind.MEASURE,
          MilestoneKind.COMPLETION,
          MilestoneKind.REPORT,
          MilestoneKind.RENEWAL);

  Stage stage() {
    return file.stage(today);
  }

  /** Whether the record holds what the step is for. */
  boolean isDone(Step step, OpenStep open) {
    return switch (step) {
      case CLARIFY_STAGE -> !isUnknown();
      case DRAFT, GIVE_EXPERTISE, CLEAR, RECONCILE, AUTHORISE, INITIAL ->
          isSigned() || draft().isDone(step, open.body());
      case SIGN -> !isUnsigned();
      case CONFIRM_SIGNATURE -> !isUnconfirmed();
      case SEND_NOTE -> isConcluded() || hasSigned(home);
      case RECEIVE_REPLY -> isConcluded() || othersHaveSigned();
      case LODGE_ORIGINAL -> file.has(ORIGINAL_LODGED) || !isSignedHere();
      case SUBMIT_TO_PARLIAMENT, CONSIDER_IN_COMMITTEE, VOTE, DECIDE_AFTER_REFUSAL, ADOPT_LAW ->
          isBound(open.party()) || new InParliament(file, open.party()).isDone(step);
      case ADOPT_ACT -> isBound(open.party()) || hasActed(open.party(), step.answers());
      case COMPLETE_CONSENT -> isBound(open.party());
      case PERFORM_INTERNATIONAL_ACT -> hasTold(open.party());
      case CONFIRM_RECEIPT -> isThrough(open.party()) || isNoteReturned(open.party());
      case RECEIVE_NOTIFICATION -> isThrough(open.party());
      case ESTABLISH_ENTRY_INTO_FORCE -> isInForce();
      case PUBLISH, ENTER_IN_REGISTER, REGISTER_WITH_UN ->
          step.answers().stream().anyMatch(kind -> file.has(kind));
      case RECTIFY -> !isMisprinted();
      case CARRY_OUT_MEASURE, REPORT, DECIDE_RENEWAL -> isClosed(open.milestone());
      case PROPOSE_SIGNING,
          INFORM_PARLIAMENT,
          CONSIDER_RESERVATION,
          REMIND_OTHER_SIDE,
          DECIDE_OVERDUE,
          DECIDE_ESCALATED ->
          false; // whether it is still called for is said by Attention
    };
  }

  boolean isUnknown() {
    return stage() == Stage.UNKNOWN;
  }

  /** Whether preparation is over: something from the signature on has happened. */
  boolean isSigned() {
    return has(event -> event.kind().phase().compareTo(Phase.PREPARATION) > 0);
  }

  /**
   * Whether our signature is still awaited, be it ad referendum; the others' never hold us up.
   * Where this house's State is no party, whether all have still to sign.
   */
  boolean isUnsigned() {
    boolean signed = file.description().party(home).isPresent() ? hasSigned(home) : allHaveSigned();
    return !isConcluded() && !signed;
  }

  /** Whether our signature ad referendum waits to be confirmed. */
  boolean isUnconfirmed() {
    boolean ours =
        has(
            event ->
                event.kind() == SIGNED_AD_REFERENDUM && isOurs(event) && event.source() == null);
    return ours && !hasSigned(home) && !isBound(home.value());
  }

  /** The signature ad referendum of ours that stands. */
  Optional<Event> adReferendum() {
    return standing()
        .filter(event -> event.kind() == SIGNED_AD_REFERENDUM && isOurs(event))
        .findFirst();
  }

  private boolean isOurs(Event event) {
    return event.party() == null || event.party().equals(home);
  }

  /** Whether the draft was sent back, and no new one has come; what is signed is no draft. */
  boolean isReturned() {
    return !isSigned() && draft().isSentBack();
  }

  /** Whether the act was published with an error, and not rectified since. */
  boolean isMisprinted() {
    return file.last(event -> Draft.isOfPublication(file, event) || event.kind() == RECTIFIED)
        .filter(event -> event.kind() == RETURNED)
        .isPresent();
  }

  /** How the draft stands. */
  Draft draft() {
    return new Draft(file);
  }

  /** Whether the way has come to the consent of the parties: nothing more is to be signed. */
  boolean isConcludedByAll() {
    return isSigned() && !isUnsigned() && !isUnconfirmed();
  }

  /** The parties that must do more than sign. */
  Stream<Party> consenting() {
    return file.description().parties().stream()
        .filter(party -> file.description().consentOf(party) != Consent.SIGNATURE);
  }

  /** Whether parliament has refused the law, and the party has not submitted it anew. */
  boolean isRefused(String party) {
    return new InParliament(file, party).isRefused();
  }

  /** Whether by its clause a note counts from the day it is received (VCLT art. 78). */
  boolean countsOnReceipt() {
    return Optional.ofNullable(file.description().entryIntoForce())
        .filter(clause -> clause.general().trigger() == Trigger.LAST_NOTIFICATION_RECEIVED)
        .isPresent();
  }

  /** Whether the party's note was returned to it, and no other has gone out since. */
  boolean isNoteReturned(@Nullable String party) {
    return !hasTold(party)
        && standing().anyMatch(event -> event.kind() == NOTE_RETURNED && isBy(event, party));
  }

  /** Whether its clause asks for no note, exchange or deposit. */
  boolean owesNoNotice() {
    return Optional.ofNullable(file.description().entryIntoForce())
        .map(clause -> clause.general().trigger())
        .filter(trigger -> trigger == Trigger.SIGNATURE || trigger == Trigger.LAST_SIGNATURE)
        .isPresent();
  }

  /** Whether nothing more is to be awaited of the parties before the entry into force. */
  boolean isConsentReached() {
    boolean oursIsDone = oursIsDone();
    boolean allDone = consenting().allMatch(party -> isThrough(party.code().value()));
    boolean dateIsSet = file.instrument().inForce() != null || file.has(ENTERED_INTO_FORCE);
    return allDone || (dateIsSet && oursIsDone);
  }

  /** Whether we owe the other side nothing more. */
  boolean oursIsDone() {
    return consenting()
        .map(Party::code)
        .filter(home::equals)
        .allMatch(code -> isThrough(code.value()));
  }

  /** Whether we have told the other side that our own procedures are complete. */
  boolean oursIsTold() {
    return consenting()
        .map(Party::code)
        .filter(home::equals)
        .allMatch(code -> hasTold(code.value()));
  }

  boolean isInForce() {
    return stage().isInForce()
        || stage() == Stage.PERFORMED
        || standing().anyMatch(event -> event.kind() == ENTERED_INTO_FORCE);
  }

  /** The measures, reports and decisions that are open, each a task of its own. */
  Stream<Milestone> openMeasures() {
    return file.milestones().stream()
        .filter(milestone -> TASKS_OF_THEIR_OWN.contains(milestone.kind()))
        .filter(milestone -> !file.isClosed(milestone, today));
  }

  /** Whether the way has gone beyond our signature. */
  boolean isConcluded() {
    return has(
        event ->
            event.kind().phase().compareTo(Phase.SIGNATURE) > 0
                || event.kind() == ORIGINAL_LODGED
                || (event.kind() == SIGNED_AD_REFERENDUM && isOurs(event)));
  }

  private boolean allHaveSigned() {
    return file.description().parties().stream().allMatch(party -> hasSigned(party.code()));
  }

  private boolean othersHaveSigned() {
    return file.description().parties().stream()
        .map(Party::code)
        .filter(code -> !code.equals(home))
        .allMatch(this::hasSigned);
  }

  boolean hasSigned(PartyCode party) {
    return has(
        event ->
            (event.kind() == SIGNED || event.kind() == SIGNATURE_CONFIRMED)
                && event.countsFor(party));
  }

  /** Whether this house ran the signing itself; of what it only read about it asks no original. */
  private boolean isSignedHere() {
    return has(
        event ->
            (event.kind() == SIGNED || event.kind() == SIGNED_AD_REFERENDUM)
                && event.source() == null);
  }

  /** Whether the party has consented; to tell the other side of it is proof that it has. */
  private boolean isBound(@Nullable String party) {
    return hasTold(party) || has(event -> event.kind().completesConsent() && isBy(event, party));
  }

  /** Whether nothing more is to be awaited of the party. */
  boolean isThrough(@Nullable String party) {
    boolean told =
        (countsOnReceipt() && home.value().equals(party))
            ? hasTold(party, kind -> kind != NOTIFICATION_SENT)
            : hasTold(party);
    return told || (owesNoNotice() && isBound(party));
  }

  private boolean hasTold(@Nullable String party) {
    return hasTold(party, kind -> true);
  }

  private boolean hasTold(@Nullable String party, Predicate<EventKind> by) {
    return isInForce()
        || has(
            event -> event.kind().tellsTheOthers() && by.test(event.kind()) && isBy(event, party));
  }

  private boolean hasActed(@Nullable String party, List<EventKind> kinds) {
    return has(event -> kinds.contains(event.kind()) && isBy(event, party));
  }

  private static boolean isBy(Event event, @Nullable String party) {
    return party != null && event.countsFor(new PartyCode(party));
  }

  private boolean isClosed(@Nullable Integer milestone) {
    return milestone == null
        || file.milestone(milestone).filter(each -> !file.isClosed(each, today)).isEmpty();
  }

  /** Whether one stands and was not sent back, returned or taken back. */
  private boolean has(Predicate<Event> fits) {
    return standing().filter(fits).anyMatch(event -> file.sentBackBy(event).isEmpty());
  }

  private Stream<Event> standing() {
    return file.standing().stream();
  }
}
