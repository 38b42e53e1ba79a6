package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chancery.instrument.CaseFixture.agreement;
import static org.chancery.instrument.CaseFixture.memorandum;
import static org.chancery.instrument.CaseFixture.treaty;
import static org.chancery.instrument.EventFixture.event;
import static org.chancery.instrument.EventKind.*;
import static org.chancery.instrument.RegisterFixture.clerk;
import static org.chancery.instrument.RegisterFixture.service;
import static org.chancery.instrument.RegisterFixture.someone;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.access.Account;
import org.chancery.access.BodyCode;
import org.chancery.access.Role;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseChanged.Change;
import org.chancery.instrument.RegisterFixture.Acting;
import org.chancery.instrument.RegisterFixture.Published;
import org.chancery.web.Etag;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(RegisterFixture.class)
class InstrumentsTest {

  private final Instruments instruments;
  private final JdbcClient jdbc;
  private final Acting acting;
  private final Published published;

  @Autowired
  InstrumentsTest(Instruments instruments, JdbcClient jdbc, Acting acting, Published published) {
    this.instruments = instruments;
    this.jdbc = jdbc;
    this.acting = acting;
    this.published = published;
  }

  @BeforeEach
  void empty() {
    RegisterFixture.empty(jdbc, acting, published);
  }

  @Test
  void keepsACaseAsItWasOpened() {
    CaseFile opened =
        open(
            treaty()
                .slug("a-treaty")
                .title("az", "Müqavilə")
                .participating("mfa")
                .reported()
                .owing(MilestoneKind.MEASURE, "../2026-12-31")
                .with(event(SIGNED, "2025-03~").by("AZ").stated()));
    assertThat(instruments.get(opened.reference())).isEqualTo(opened);
    assertThat(opened.reference().value()).startsWith("2026-");
    assertThat(opened.instrument().version()).isEqualTo(1);
    assertThat(opened.events().get(0).recordedBy()).isEqualTo("house");
  }

  @Test
  void givesEachCaseItsOwnReference() {
    assertThat(open(agreement()).reference()).isNotEqualTo(open(agreement()).reference());
  }

  @Test
  void opensNothingThatDoesNotHangTogether() {
    assertThat(refused(() -> open(agreement().parties("AZ")))).isEqualTo(Kind.INVALID_BODY);
    assertThat(refused(() -> open(agreement().happened(SIGNED, "2026-01-01"))))
        .isEqualTo(Kind.DOES_NOT_FIT);
    assertThat(list(Filter.ALL)).isEmpty();
    assertThat(published.changes()).isEmpty();
  }

  @Test
  void checksTheOrderOfEachEventItIsOpenedWith() {
    CaseFixture sound =
        agreement()
            .happened(DRAFTED, "2026-01-01")
            .happened(AUTHORISED, "2026-02-01")
            .signed("2026-03-01");
    assertThat(open(sound).events()).hasSize(3);
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> open(sound.happened(EXPERTISE_GIVEN, "2025-12-31")));
    assertThat(refusal.faults()).extracting(Refusal.Fault::pointer).containsExactly("/events/3/on");
  }

  @Test
  void refusesATakenSlug() {
    open(agreement().slug("taken"));
    assertThat(refused(() -> open(memorandum().slug("taken")))).isEqualTo(Kind.DOES_NOT_FIT);
    CaseFile other = open(agreement().slug("free"));
    assertThat(refused(() -> describe(other, agreement().slug("taken"), 1)))
        .isEqualTo(Kind.DOES_NOT_FIT);
    assertThat(instruments.get(other.reference())).isEqualTo(other);
    assertThat(instruments.withSlug("free")).contains(other.reference());
    assertThat(instruments.withSlug("nobodys")).isEmpty();
  }

  @Test
  void opensForThoseOfTheBodyTheTreatyDepartmentAndPrograms() {
    for (Account account : List.of(clerk("mddt"), clerk("mfa"), service("portal"))) {
      acting.is(account);
      assertThat(open(agreement()).instrument().openedBy()).isEqualTo(account.name());
    }
    for (Account account : List.of(clerk("energy"), someone(Role.REGISTRAR), someone(Role.ADMIN))) {
      acting.is(account);
      assertThat(refused(() -> open(agreement()))).isEqualTo(Kind.FORBIDDEN);
    }
  }

  @Test
  void showsACaseToThoseWhoHaveToDoWithIt() {
    CaseFile file =
        open(agreement().participating("health").owedByBody("energy", MilestoneKind.MEASURE));
    List<Account> seeing =
        List.of(
            clerk("mddt"),
            clerk("health"),
            clerk("energy"),
            clerk("mfa"),
            service("portal", "health"),
            someone(Role.REGISTRAR),
            someone(Role.LAWYER));
    for (Account account : seeing) {
      acting.is(account);
      assertThat(instruments.get(file.reference())).as(account.name()).isEqualTo(file);
      assertThat(list(Filter.ALL)).hasSize(1);
    }
  }

  @Test
  void hidesItFromAllOthers() {
    Reference reference = open(agreement()).reference();
    for (Account account :
        List.of(clerk("energy"), service("portal"), someone(Role.OPERATOR), someone(Role.ADMIN))) {
      acting.is(account);
      assertThat(refused(() -> instruments.get(reference))).isEqualTo(Kind.NOT_FOUND);
      assertThat(refused(() -> instruments.record(reference, event(DRAFTED, "2026").made())))
          .isEqualTo(Kind.NOT_FOUND);
      assertThat(list(Filter.ALL)).isEmpty();
      assertThat(instruments.ifSeen(reference)).isEmpty();
    }
  }

  @Test
  void aProgramSeesWhatItOpened() {
    acting.is(service("portal"));
    Reference reference = open(agreement()).reference();
    assertThat(instruments.get(reference).reference()).isEqualTo(reference);
    assertThat(record(reference, event(DRAFTED, "2026-01-01")).recordedBy()).isEqualTo("portal");
    acting.is(service("other"));
    assertThat(refused(() -> instruments.get(reference))).isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void aBodyWithAStepSeesTheCaseFromThenOn() {
    Reference reference = open(agreement()).reference();
    instruments.involve(reference, new BodyCode("justice"));
    instruments.involve(reference, new BodyCode("justice"));
    acting.is(clerk("justice"));
    assertThat(instruments.get(reference).reference()).isEqualTo(reference);
    assertThat(refused(() -> record(reference, event(EXPERTISE_GIVEN, "2026-01-01"))))
        .isEqualTo(Kind.FORBIDDEN);
  }

  @Test
  void correctsWhatDescribesACase() {
    CaseFile before = open(agreement().slug("old"));
    CaseFile after = describe(before, memorandum().slug("new").participating("health"), 1);
    assertThat(instruments.get(before.reference())).isEqualTo(after);
    assertThat(after.instrument().version()).isEqualTo(2);
    assertThat(after.description().type()).isEqualTo(InstrumentType.MEMORANDUM);
    assertThat(list(q("new"))).containsExactly(before.reference());
    assertThat(list(q("old"))).isEmpty();
    acting.is(clerk("health"));
    assertThat(instruments.get(before.reference())).isEqualTo(after);
  }

  @Test
  void refusesACorrectionByWhoHasNotSeenTheNewest() {
    CaseFile file = open(agreement());
    assertThat(refused(() -> describe(file, agreement(), null))).isEqualTo(Kind.IF_MATCH_REQUIRED);
    record(file.reference(), event(DRAFTED, "2026-01-01"));
    assertThat(refused(() -> describe(file, agreement(), 1))).isEqualTo(Kind.STALE);
    assertThat(describe(file, agreement(), 2).instrument().version()).isEqualTo(3);
  }

  @Test
  void refusesACorrectionByWhoOnlyTakesPart() {
    CaseFile file = open(agreement().participating("health"));
    acting.is(clerk("health"));
    assertThat(refused(() -> describe(file, agreement(), 1))).isEqualTo(Kind.FORBIDDEN);
    acting.is(someone(Role.LAWYER));
    assertThat(refused(() -> describe(file, agreement(), 1))).isEqualTo(Kind.FORBIDDEN);
    acting.is(someone(Role.REGISTRAR));
    assertThat(describe(file, agreement(), 1).instrument().version()).isEqualTo(2);
  }

  @Test
  void recordsWhatHappensInOrder() {
    Reference reference = open(agreement()).reference();
    assertThat(record(reference, event(DRAFTED, "2026-01-01")).id()).isEqualTo(1);
    assertThat(record(reference, event(EXPERTISE_GIVEN, "2026-02-01")).id()).isEqualTo(2);
    CaseFile file = instruments.get(reference);
    assertThat(file.events()).extracting(Event::kind).containsExactly(DRAFTED, EXPERTISE_GIVEN);
    assertThat(file.instrument().version()).isEqualTo(3);
  }

  @Test
  void aRefusedEventLeavesNothingBehind() {
    CaseFile file = open(agreement());
    assertThat(refused(() -> record(file.reference(), event(SIGNED, "2026-01-01"))))
        .isEqualTo(Kind.DOES_NOT_FIT);
    assertThat(instruments.get(file.reference())).isEqualTo(file);
  }

  @Test
  void correctsAnEventByANewOne() {
    Reference reference = open(agreement()).reference();
    record(reference, event(DRAFTED, "2026-01-01"));
    record(reference, event(DRAFTED, "2026-01-02").correcting(1));
    CaseFile file = instruments.get(reference);
    assertThat(file.standing()).extracting(Event::id).containsExactly(2);
    assertThat(published.changes())
        .extracting(CaseChanged::change)
        .containsExactly(Change.OPENED, Change.EVENT_RECORDED, Change.EVENT_CORRECTED);
    assertThat(published.changes().get(2).before()).isEqualTo(file.events().get(0));
    assertThat(refused(() -> record(reference, event(DRAFTED, "2026-01-03").correcting(1))))
        .isEqualTo(Kind.DOES_NOT_FIT);
    assertThat(record(reference, event(DRAFTED, "2026-01-03").correcting(2)).id()).isEqualTo(3);
  }

  @Test
  void recordsAnActInTheNameOfOnesOwnBody() {
    Reference reference = open(agreement().participating("mfa")).reference();
    acting.is(clerk("mddt"));
    Event drafted = record(reference, event(DRAFTED, "2026-01-01"));
    assertThat(drafted.body()).isEqualTo(new BodyCode("mddt"));
    assertThat(record(reference, event(SIGNED, "2026-03-01").stated()).body()).isNull();
    acting.is(clerk("mfa"));
    assertThat(record(reference, event(CLEARED, "2026-02-01")).body())
        .isEqualTo(new BodyCode("mfa"));
  }

  @Test
  void addsAndCorrectsDeadlines() {
    Reference reference = open(agreement().owing(MilestoneKind.SIGNING)).reference();
    NewMilestone measure =
        agreement().owedByBody("ecology", MilestoneKind.MEASURE).opening().milestones().get(0);
    assertThat(instruments.add(reference, measure).id()).isEqualTo(2);
    NewMilestone report =
        agreement().owing(MilestoneKind.REPORT, "2026-12").opening().milestones().get(0);
    assertThat(refused(() -> instruments.correct(reference, 2, report, null)))
        .isEqualTo(Kind.IF_MATCH_REQUIRED);
    assertThat(refused(() -> instruments.correct(reference, 2, report, Etag.of(1))))
        .isEqualTo(Kind.STALE);
    assertThat(refused(() -> instruments.correct(reference, 3, report, Etag.of(2))))
        .isEqualTo(Kind.NOT_FOUND);
    Milestone corrected = instruments.correct(reference, 2, report, Etag.of(2));
    assertThat(corrected.due()).isEqualTo(new StatedDate("2026-12"));
    assertThat(instruments.get(reference).milestones()).contains(corrected).hasSize(2);
    assertThat(instruments.get(reference).instrument().version()).isEqualTo(3);
    acting.is(clerk("ecology"));
    assertThat(instruments.get(reference).reference())
        .as("who once owned a deadline goes on seeing the case")
        .isEqualTo(reference);
  }

  @Test
  void replacesWhatIsDerivedWithoutCountingItAsAChange() {
    CaseFile file = open(treaty().reported());
    instruments.derive(List.of(file.inForceOn(new StatedDate("2026-01-01"))));
    record(file.reference(), event(SIGNED, "2025-12-01").stated());
    CaseFile found = instruments.get(file.reference());
    assertThat(found.instrument().inForce()).isEqualTo(new StatedDate("2026-01-01"));
    assertThat(found.instrument().version()).isEqualTo(2);
    instruments.derive(List.of(found));
    assertThat(list(filter(null, Stage.IN_FORCE, null, null, null, null, null)))
        .containsExactly(file.reference());
    assertThat(published.changes()).hasSize(2);
  }

  private CaseFile open(CaseFixture told) {
    return instruments.open(told.opening());
  }

  private Event record(Reference reference, EventFixture event) {
    return instruments.record(reference, event.made());
  }

  private CaseFile describe(CaseFile file, CaseFixture told, @Nullable Integer version) {
    return instruments.describe(
        file.reference(), told.description(), version == null ? null : Etag.of(version));
  }

  private List<Reference> list(Filter filter) {
    return instruments.list(filter, null, 200).map(CaseFile::reference).items();
  }

  private static Kind refused(ThrowingCallable call) {
    Refusal refusal = catchThrowableOfType(Refusal.class, call);
    assertThat(refusal).isNotNull();
    return refusal.kind();
  }

  private static Filter q(String words) {
    return filter(null, null, null, null, null, null, words);
  }

  private static Filter filter(
      @Nullable String slug,
      @Nullable Stage stage,
      @Nullable InstrumentType type,
      @Nullable PartyCode party,
      @Nullable BodyCode body,
      @Nullable String language,
      @Nullable String words) {
    return new Filter(slug, stage, type, party, body, language, words, null, null);
  }
}
