package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.instrument.CaseFixture.agreement;
import static org.chancery.instrument.EventFixture.event;
import static org.chancery.instrument.EventKind.*;
import static org.chancery.instrument.RegisterFixture.clerk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.RegisterFixture.Acting;
import org.chancery.instrument.RegisterFixture.Published;
import org.chancery.instrument.RegisterFixture.Time;
import org.chancery.web.Etag;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(RegisterFixture.class)
class HindsightTest {

  private static final Instant FIRST = Instant.parse("2026-07-01T10:00:00.000001Z");
  private static final Instant SECOND = FIRST.plus(1, ChronoUnit.MICROS);
  private static final Instant THIRD = Instant.parse("2026-09-01T10:00:00Z");

  private final Hindsight hindsight;
  private final Instruments instruments;
  private final JdbcClient jdbc;
  private final Acting acting;
  private final Published published;
  private final Time time;

  @Autowired
  HindsightTest(
      Hindsight hindsight,
      Instruments instruments,
      JdbcClient jdbc,
      Acting acting,
      Published published,
      Time time) {
    this.hindsight = hindsight;
    this.instruments = instruments;
    this.jdbc = jdbc;
    this.acting = acting;
    this.published = published;
    this.time = time;
  }

  @BeforeEach
  void empty() {
    RegisterFixture.empty(jdbc, acting, published);
    acting.is(clerk("mfa"));
    time.is(FIRST);
  }

  @AfterEach
  void goHome() {
    time.is(Time.START);
  }

  @Test
  void aDescriptionSaysWhatItSaidThen() {
    Reference reference = open(agreement().title("en", "First"));
    describe(SECOND, reference, agreement().title("en", "Second").slug("second"));
    describe(THIRD, reference, agreement().title("en", "Third").slug("third"));
    assertThat(at(reference, FIRST).description())
        .isEqualTo(agreement().title("en", "First").description());
    assertThat(title(reference, SECOND)).isEqualTo("Second");
    assertThat(title(reference, THIRD.minus(1, ChronoUnit.MICROS))).isEqualTo("Second");
    assertThat(title(reference, THIRD)).isEqualTo("Third");
    assertThat(hindsight.get(reference, null)).isEqualTo(instruments.get(reference));
  }

  @Test
  void twoCorrectionsAtOneMomentLeaveTheTextBeforeBoth() {
    Reference reference = open(agreement().title("en", "First"));
    describe(SECOND, reference, agreement().title("en", "Second"));
    describe(SECOND, reference, agreement().title("en", "Third"));
    assertThat(title(reference, FIRST)).isEqualTo("First");
    assertThat(title(reference, SECOND)).isEqualTo("Third");
  }

  @Test
  void aDeadlineSaysWhatItSaidThen() {
    Reference reference = open(agreement().owing(MilestoneKind.REPORT, "2026-12-31"));
    correct(SECOND, reference, "2027-01-31");
    correct(THIRD, reference, "2027-02-28");
    time.is(THIRD);
    instruments.add(reference, owing("2028-01-01"));
    assertThat(dues(reference, FIRST)).containsExactly("2026-12-31");
    assertThat(dues(reference, SECOND)).containsExactly("2027-01-31");
    assertThat(dues(reference, THIRD)).containsExactly("2027-02-28", "2028-01-01");
    assertThat(at(reference, FIRST).milestones().get(0).recordedAt()).isEqualTo(FIRST);
  }

  @Test
  void whatACorrectionReplacedStandsAgain() {
    Reference reference = open(agreement());
    instruments.record(reference, event(SIGNED, "2026-06-01").stated().made());
    time.is(SECOND);
    instruments.record(reference, event(SIGNED, "2026-06-02").stated().correcting(1).made());
    assertThat(at(reference, FIRST).standing())
        .extracting(Event::on)
        .containsExactly(new StatedDate("2026-06-01"));
    assertThat(at(reference, SECOND).standing())
        .extracting(Event::on)
        .containsExactly(new StatedDate("2026-06-02"));
  }

  @Test
  void aWaiverConfirmedLaterWasOnlyProposed() {
    Reference reference = open(agreement().owing(MilestoneKind.REPORT, "2026-12-31"));
    waive(reference, SECOND, THIRD);
    assertThat(at(reference, FIRST).decisions()).isEmpty();
    assertThat(at(reference, SECOND).decisions())
        .singleElement()
        .extracting(Decision::confirmedBy, Decision::effectiveAt)
        .containsExactly(null, null);
    assertThat(at(reference, THIRD).decisions())
        .singleElement()
        .extracting(Decision::confirmedBy, Decision::effectiveAt)
        .containsExactly("mddtDeputy", THIRD);
  }

  @Test
  void aCaseOpenedLaterWasUnknown() {
    Reference first = open(agreement());
    time.is(SECOND);
    Reference second = open(agreement());
    assertThat(listed(FIRST)).containsExactly(first);
    assertThat(listed(SECOND)).containsExactlyInAnyOrder(first, second);
    assertThat(hindsight.find(second, FIRST)).isEmpty();
    assertThatThrownBy(() -> hindsight.get(second, FIRST))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
  }

  @Test
  void nobodySeesInHindsightWhatSheMayNotSeeNow() {
    Reference reference = open(agreement().responsible("mddt"));
    acting.is(clerk("health"));
    assertThatThrownBy(() -> hindsight.get(reference, FIRST)).isInstanceOf(Refusal.class);
    assertThat(listed(FIRST)).isEmpty();
  }

  @Test
  void relativesAreThoseOfThatTime() {
    Reference old = open(agreement());
    Reference other = open(agreement());
    Reference successor = open(agreement());
    Description replacing = agreement().under(old).description();
    Relation relation = java.util.Objects.requireNonNull(replacing.parent()).relation();
    describe(SECOND, successor, agreement().under(old));
    describe(THIRD, successor, agreement().under(other));
    assertThat(hindsight.isTarget(old, relation, FIRST)).isFalse();
    assertThat(hindsight.isTarget(old, relation, SECOND)).isTrue();
    assertThat(hindsight.isTarget(old, relation, THIRD)).isFalse();
    assertThat(hindsight.isTarget(other, relation, SECOND)).isFalse();
    assertThat(hindsight.isTarget(other, relation, null)).isTrue();
    assertThat(at(successor, FIRST).instrument().parentReference()).isNull();
    assertThat(at(successor, SECOND).instrument().parentReference()).isEqualTo(old);
  }

  private Reference open(CaseFixture told) {
    return instruments.open(told.opening()).reference();
  }

  private void describe(Instant at, Reference reference, CaseFixture told) {
    time.is(at);
    instruments.describe(reference, told.description(), etag(reference));
  }

  private void correct(Instant at, Reference reference, String due) {
    time.is(at);
    instruments.correct(reference, 1, owing(due), etag(reference));
  }

  private static NewMilestone owing(String due) {
    return agreement().owing(MilestoneKind.REPORT, due).opening().milestones().get(0);
  }

  private void waive(Reference reference, Instant proposed, Instant confirmed) {
    jdbc.sql(
            """
            insert into decision (reference, id, milestone, kind, reason, authority, body,
              decided_by, decided_at, confirmed_by, confirmed_at)
            values (?, 1, 1, 'WAIVER', 'why', 'order 1', 'mddt', 'mddtManager', ?, 'mddtDeputy', ?)
            """)
        .params(reference.value(), Rows.timestamp(proposed), Rows.timestamp(confirmed))
        .update();
  }

  private String etag(Reference reference) {
    return Etag.of(instruments.get(reference).instrument().version());
  }

  private CaseFile at(Reference reference, Instant instant) {
    return hindsight.get(reference, instant);
  }

  private String title(Reference reference, Instant instant) {
    return at(reference, instant).description().title().in(java.util.Locale.ENGLISH);
  }

  private List<String> dues(Reference reference, Instant instant) {
    return at(reference, instant).milestones().stream()
        .map(milestone -> String.valueOf(milestone.due()))
        .toList();
  }

  private List<Reference> listed(Instant instant) {
    return hindsight.list(null, 200, instant).items().stream().map(CaseFile::reference).toList();
  }
}
