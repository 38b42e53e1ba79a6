package org.chancery.lifecycle;

import java.util.List;
import java.util.function.Predicate;
import org.chancery.access.BodyCode;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Consent;
import org.chancery.instrument.Decisions;
import org.chancery.instrument.Description;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.process.AskedByProcesses;
import org.chancery.process.Processes;
import org.springframework.stereotype.Component;

/**
 * The way of an instrument, as the process models ask about it: which steps its kind needs, whose
 * they are, and what the register already holds. Every answer is read from the register.
 */
@Component("way")
public class Way implements AskedByProcesses {

  private final Courses courses;
  private final Decisions decisions;

  Way(Courses courses, Decisions decisions) {
    this.courses = courses;
    this.decisions = decisions;
  }

  /** Whether the case is signed or beyond. */
  public boolean prepared(String key) {
    return course(key).isSigned();
  }

  /** Whether it is not known at which stage the case stands. */
  public boolean unknown(String key) {
    return course(key).isUnknown();
  }

  /** Whether its kind goes without expertise: a programme or roadmap, which is no legal text. */
  public boolean needsNoExpertise(String key) {
    return description(key).type().isProgramme();
  }

  /** Whether the draft was sent back: by the expertise, an objection upheld, or the signing. */
  public boolean returned(String key) {
    return course(key).isReturned();
  }

  /** Whether initialling is not usual for its kind. */
  public boolean needsNoInitialling(String key) {
    InstrumentType type = description(key).type();
    return type != InstrumentType.TREATY
        && type != InstrumentType.AGREEMENT
        && type != InstrumentType.PROTOCOL;
  }

  /** The bodies that must still clear the draft. */
  public List<String> clearing(String key) {
    return course(key).draft().clearing().stream().map(BodyCode::value).toList();
  }

  /** The group of the body. */
  public String body(String body) {
    return body;
  }

  /** Whether the body's objection stands. */
  public boolean objected(String key, String body) {
    return course(key).draft().hasObjected(new BodyCode(body));
  }

  /** Whether our signature is still awaited. */
  public boolean unsigned(String key) {
    return course(key).isUnsigned();
  }

  /** Whether our signature ad referendum waits to be confirmed. */
  public boolean unconfirmed(String key) {
    return course(key).isUnconfirmed();
  }

  /** The group of the responsible body. */
  public String responsible(String key) {
    return description(key).responsibleBody().value();
  }

  /** The parties that must do more than sign. */
  public List<String> consenting(String key) {
    return course(key).consenting().map(party -> party.code().value()).toList();
  }

  /** Whether nothing more is to be awaited of the parties. */
  public boolean consentReached(String key) {
    return course(key).isConsentReached();
  }

  /** Whether the party is the State whose house this is. */
  public boolean ours(String party) {
    return courses.home().value().equals(party);
  }

  /** Whether the party ratifies, which takes a law. */
  public boolean goesToParliament(String key, String party) {
    return consents(key, party, Consent.RATIFICATION::equals);
  }

  /** Whether the party approves or accepts, by decree or resolution. */
  public boolean goesToGovernment(String key, String party) {
    return consents(
        key, party, consent -> consent == Consent.APPROVAL || consent == Consent.ACCEPTANCE);
  }

  /** Whether parliament has refused the law. */
  public boolean refused(String key, String party) {
    return course(key).isRefused(party);
  }

  /** Whether by its clause a note counts from the day it is received. */
  public boolean countsOnReceipt(String key) {
    return course(key).countsOnReceipt();
  }

  /** Whether the party's note was returned to it. */
  public boolean noteReturned(String key, String party) {
    return course(key).isNoteReturned(party);
  }

  /** Whether its clause asks for no note, exchange or deposit. */
  public boolean owesNoNotice(String key) {
    return course(key).owesNoNotice();
  }

  /** Whether its kind is entered in the register only: memoranda, programmes and the like. */
  public boolean needsNoPublication(String key) {
    InstrumentType type = description(key).type();
    return type.isMemorandum() || type.isProgramme();
  }

  /** Whether it is not for registration with the United Nations (Charter, art. 102). */
  public boolean needsNoUnRegistration(String key) {
    return needsNoPublication(key) || Boolean.FALSE.equals(description(key).binding());
  }

  /** Whether the act was published with an error that is not rectified. */
  public boolean misprinted(String key) {
    return course(key).isMisprinted();
  }

  /** Whether the milestone is a report. */
  public boolean asksForReport(String key, int milestone) {
    return isA(MilestoneKind.REPORT, key, milestone);
  }

  /** Whether the milestone is a decision on renewal. */
  public boolean asksForRenewal(String key, int milestone) {
    return isA(MilestoneKind.RENEWAL, key, milestone);
  }

  /** Whether the milestone is to inform parliament. */
  public boolean owesParliamentNotice(String key, int milestone) {
    return isA(MilestoneKind.PARLIAMENT_NOTICE, key, milestone);
  }

  /** Whether the milestone is the time to object to a reservation. */
  public boolean maySayNoToReservation(String key, int milestone) {
    return isA(MilestoneKind.OBJECTION, key, milestone);
  }

  private boolean isA(MilestoneKind kind, String key, int milestone) {
    return course(key).file().milestone(milestone).filter(each -> each.kind() == kind).isPresent();
  }

  /** The group of the managers who answer for the milestone. */
  public String managers(String key, int milestone) {
    return Processes.managersOf(new BodyCode(owner(key, milestone)));
  }

  /** The groups of the managers before whom the milestone can be put. */
  public List<String> seniorManagers(String key, int milestone) {
    CaseFile file = course(key).file();
    return decisions.bodiesAbove(file, file.milestone(milestone).orElseThrow()).stream()
        .map(Processes::managersOf)
        .sorted()
        .toList();
  }

  /** Whether the milestone was put before a higher manager, who has not decided yet. */
  public boolean escalated(String key, int milestone) {
    return course(key).file().isEscalated(milestone);
  }

  /** The group that owns the milestone: its body, else the responsible one. */
  public String owner(String key, int milestone) {
    return course(key)
        .file()
        .milestone(milestone)
        .map(Milestone::body)
        .map(BodyCode::value)
        .orElseGet(() -> responsible(key));
  }

  /** Whether the case was given up before it bound. */
  public boolean withdrawn(String key) {
    return course(key).stage() == Stage.WITHDRAWN;
  }

  /** Whether the instrument was terminated. */
  public boolean terminated(String key) {
    return course(key).stage() == Stage.TERMINATED;
  }

  private boolean consents(String key, String party, Predicate<Consent> how) {
    Description description = description(key);
    return description
        .party(new PartyCode(party))
        .map((Party each) -> description.consentOf(each))
        .filter(how)
        .isPresent();
  }

  private Description description(String key) {
    return course(key).file().description();
  }

  private Course course(String key) {
    return courses.of(new Reference(key));
  }
}
