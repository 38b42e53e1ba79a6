package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Consent;
import org.chancery.instrument.Description;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instrument;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Title;
import org.chancery.process.OpenStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which steps are done, in orders of events that a ministry will see sooner or later. */
class CourseTest {

  private static final Reference REFERENCE = new Reference("2026-000123-6");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final List<Event> events = new ArrayList<>();

  @Test
  void hasNothingDoneAtFirst() {
    assertThat(isDone(Step.DRAFT)).isFalse();
    assertThat(isDone(Step.GIVE_EXPERTISE)).isFalse();
    assertThat(isDone(Step.AUTHORISE)).isFalse();
    assertThat(isDone(Step.SIGN)).isFalse();
    assertThat(course().clearing()).extracting(BodyCode::value).containsExactly("mddt", "economy");
  }

  @Test
  void asksForANewDraftOnceItIsReturned() {
    record(EventKind.DRAFTED).record(EventKind.RETURNED);
    assertThat(isDone(Step.GIVE_EXPERTISE)).isTrue();
    assertThat(course().isReturned()).isTrue();
    assertThat(isDone(Step.DRAFT)).isFalse();
  }

  @Test
  void asksForANewExpertiseOnceTheReturnedDraftIsMendedEachTime() {
    record(EventKind.DRAFTED);
    for (int round = 0; round < 3; round++) {
      record(EventKind.RETURNED).record(EventKind.DRAFTED);
      assertThat(isDone(Step.DRAFT)).isTrue();
      assertThat(isDone(Step.GIVE_EXPERTISE)).isFalse();
    }
    record(EventKind.EXPERTISE_GIVEN);
    assertThat(isDone(Step.GIVE_EXPERTISE)).isTrue();
    assertThat(course().isReturned()).isFalse();
  }

  @Test
  void keepsTheExpertiseWhenAnObjectionIsSettledByANewDraft() {
    record(EventKind.DRAFTED).record(EventKind.EXPERTISE_GIVEN);
    answer("mddt", EventKind.OBJECTED).record(EventKind.DRAFTED);
    assertThat(isDone(Step.GIVE_EXPERTISE)).isTrue();
    assertThat(isDone(Step.DRAFT)).isTrue();
  }

  @Test
  void countsACorrectionWhereWhatItCorrectsWasRecorded() {
    record(EventKind.DRAFTED).record(EventKind.RETURNED).record(EventKind.DRAFTED);
    correct(2, EventKind.RETURNED);
    assertThat(course().isReturned()).isFalse();
    assertThat(isDone(Step.GIVE_EXPERTISE)).isFalse();
    correct(4, EventKind.RETURNED);
    assertThat(course().isReturned()).isFalse();
  }

  @Test
  void hasAnObjectionUntilItIsSettledOrTakenBack() {
    record(EventKind.DRAFTED).record(EventKind.EXPERTISE_GIVEN);
    answer("mddt", EventKind.OBJECTED);
    assertThat(isDone(Step.CLEAR, "mddt")).isTrue();
    assertThat(isDone(Step.RECONCILE, "mddt")).isFalse();
    record(EventKind.DRAFTED);
    assertThat(isDone(Step.RECONCILE, "mddt")).isTrue();
    assertThat(isDone(Step.CLEAR, "mddt")).isFalse();
    answer("mddt", EventKind.OBJECTED);
    assertThat(isDone(Step.CLEAR, "mddt")).isTrue();
    answer("mddt", EventKind.CLEARED);
    assertThat(isDone(Step.RECONCILE, "mddt")).isTrue();
    assertThat(isDone(Step.CLEAR, "mddt")).isTrue();
  }

  @Test
  void takesTheAnswerOfOneBodyForNoOther() {
    record(EventKind.DRAFTED);
    answer("mddt", EventKind.CLEARED);
    assertThat(isDone(Step.CLEAR, "economy")).isFalse();
    assertThat(course().clearing()).extracting(BodyCode::value).containsExactly("economy");
  }

  @Test
  void asksABodyAgainThatObjectedAfterItHadCleared() {
    record(EventKind.DRAFTED);
    answer("mddt", EventKind.CLEARED).answer("mddt", EventKind.OBJECTED);
    assertThat(course().hasObjected(new BodyCode("mddt"))).isTrue();
    assertThat(course().clearing()).extracting(BodyCode::value).contains("mddt");
  }

  @Test
  void takesALawForProofThatParliamentHadIt() {
    party("AZ", EventKind.LAW_ADOPTED);
    assertThat(isDoneFor("AZ", Step.SUBMIT_TO_PARLIAMENT)).isTrue();
    assertThat(isDoneFor("AZ", Step.ADOPT_LAW)).isTrue();
    assertThat(isDoneFor("AZ", Step.COMPLETE_CONSENT)).isFalse();
    assertThat(isDoneFor("KZ", Step.ADOPT_LAW)).isFalse();
  }

  @Test
  void takesAnExchangeForTheActOfBothSides() {
    record(EventKind.EXCHANGED);
    assertThat(isDoneFor("AZ", Step.PERFORM_INTERNATIONAL_ACT)).isTrue();
    assertThat(isDoneFor("KZ", Step.RECEIVE_NOTIFICATION)).isTrue();
    assertThat(course().isConsentReached()).isTrue();
  }

  @Test
  void takesANoteOfNobodyStatedForNoPartys() {
    record(EventKind.NOTIFICATION_SENT);
    assertThat(isDoneFor("AZ", Step.PERFORM_INTERNATIONAL_ACT)).isFalse();
    assertThat(course().isConsentReached()).isFalse();
  }

  @Test
  void holdsSigningOpenUntilWeHaveSignedWhateverTheOthersDo() {
    party("KZ", EventKind.SIGNED);
    assertThat(isDone(Step.SIGN)).isFalse();
    assertThat(isDone(Step.SEND_NOTE)).isFalse();
    assertThat(isDone(Step.RECEIVE_REPLY)).isTrue();
    party("AZ", EventKind.SIGNED);
    assertThat(isDone(Step.SIGN)).isTrue();
    assertThat(isDone(Step.SEND_NOTE)).isTrue();
  }

  @Test
  void holdsPreparationForOverAtTheFirstSignature() {
    party("KZ", EventKind.SIGNED);
    assertThat(isDone(Step.DRAFT)).isTrue();
    assertThat(isDone(Step.CLEAR, "mddt")).isTrue();
    assertThat(isDone(Step.INITIAL)).isTrue();
  }

  private CourseTest record(EventKind kind) {
    return add(kind, null, null, null);
  }

  private CourseTest party(String party, EventKind kind) {
    return add(kind, new PartyCode(party), null, null);
  }

  private CourseTest answer(String body, EventKind kind) {
    return add(kind, null, new BodyCode(body), null);
  }

  private CourseTest correct(int corrects, EventKind kind) {
    return add(kind, null, null, corrects);
  }

  private CourseTest add(
      EventKind kind,
      @Nullable PartyCode party,
      @Nullable BodyCode body,
      @Nullable Integer corrects) {
    events.add(
        new Event(
            events.size() + 1,
            kind,
            party,
            null,
            StatedDate.of(TODAY),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            corrects,
            null,
            body,
            "mfaClerk",
            Instant.EPOCH));
    return this;
  }

  private boolean isDone(Step step) {
    return course().isDone(step, at(step, null, null));
  }

  private boolean isDone(Step step, String body) {
    return course().isDone(step, at(step, null, new BodyCode(body)));
  }

  private boolean isDoneFor(String party, Step step) {
    return course().isDone(step, at(step, party, null));
  }

  private static OpenStep at(Step step, @Nullable String party, @Nullable BodyCode body) {
    return new OpenStep(
        "1",
        REFERENCE,
        "agreement",
        step.id(),
        step.id(),
        party,
        body,
        null,
        Set.of(),
        null,
        null,
        0,
        Instant.EPOCH);
  }

  private Course course() {
    Instrument instrument =
        new Instrument(
            REFERENCE, description(), null, "mfaClerk", Instant.EPOCH, Instant.EPOCH, 1, null);
    return new Course(new CaseFile(instrument, List.of(), events), new PartyCode("AZ"), TODAY);
  }

  private static Description description() {
    return new Description(
        InstrumentType.AGREEMENT,
        null,
        true,
        null,
        new Title(Map.of("en", "Agreement")),
        null,
        null,
        null,
        null,
        List.of(party("AZ"), party("KZ")),
        Consent.RATIFICATION,
        new BodyCode("mfa"),
        List.of(new BodyCode("mddt"), new BodyCode("economy")),
        null,
        null,
        null,
        null,
        null);
  }

  private static Party party(String code) {
    return new Party(new PartyCode(code), null, null);
  }
}
