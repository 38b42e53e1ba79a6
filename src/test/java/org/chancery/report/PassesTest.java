package org.chancery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.Viewpoint;
import org.chancery.calendar.Zones;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Findings;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Sight;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.TaskRejectedException;

/** Passes over a register that takes as long as the test wants. */
class PassesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private static final Reference UNJUDGED = Reference.of(2026, 7);

  private final CountDownLatch read = new CountDownLatch(1);
  private final Findings findings = mock(Findings.class);
  private final Ledger ledger = mock(Ledger.class);
  private final Instruments instruments = mock(Instruments.class);
  private final Accounts accounts = mock(Accounts.class);
  private final Clock clock = mock(Clock.class);
  private final Passes passes = passes(1, 1_000);

  private Passes passes(int most, long room) {
    return new Passes(
        findings,
        ledger,
        instruments,
        accounts,
        mock(Zones.class),
        clock,
        most,
        Duration.ofMillis(200),
        Duration.ofMinutes(1),
        room);
  }

  @BeforeEach
  void house() {
    when(clock.instant()).thenReturn(NOW);
    Findings.Batch batch = mock(Findings.Batch.class);
    when(instruments.sight()).thenReturn(new Sight("", Map.of(), Sight.ALL));
    when(ledger.state()).thenReturn(new Ledger.State(1, 1, null));
    when(ledger.cases()).thenReturn(1L);
    when(accounts.current()).thenReturn(Account.HOUSE);
    when(accounts.as(any(), any())).thenAnswer(call -> call.<Supplier<?>>getArgument(1).get());
    when(findings.batch((String) any(), any()))
        .thenAnswer(
            call -> {
              read.await();
              return batch;
            });
    when(findings.of(any(Findings.Batch.class), any(), any()))
        .thenReturn(new Findings.Told(List.of(), Set.of(UNJUDGED)));
  }

  @AfterEach
  void close() {
    read.countDown();
    passes.destroy();
  }

  @Test
  void whoAsksTheSameWaitsForTheSamePass() {
    Pass first = passes.of(List.of(on(1)));
    assertThat(passes.of(List.of(on(1)))).isSameAs(first);
    read.countDown();
    assertThat(first.answers()).isEqualTo(List.of(List.of()));
    assertThat(passes.of(List.of(on(1)))).isSameAs(first);
  }

  @Test
  void whoAsksWhenTooManyGoOnIsToldToComeAgain() {
    passes.of(List.of(on(1)));
    assertThatThrownBy(() -> passes.of(List.of(on(2))))
        .isInstanceOfSatisfying(
            Refusal.class, busy -> assertThat(busy.kind()).isEqualTo(Refusal.Kind.BUSY));
  }

  @Test
  void whenOneHasEndedTheNextMayBegin() {
    Pass first = passes.of(List.of(on(1)));
    read.countDown();
    first.answers();
    assertThat(passes.of(List.of(on(2))).answers()).hasSize(1);
  }

  @Test
  void afterAChangeTheSameIsJudgedAnew() {
    read.countDown();
    Pass first = passes.of(List.of(on(1)));
    first.answers();
    when(ledger.state()).thenReturn(new Ledger.State(1, 2, null));
    assertThat(passes.of(List.of(on(1)))).isNotSameAs(first);
  }

  @Test
  void aCaseThatCannotBeJudgedIsLeftOutAndCountedOnceForAllQuestions() {
    read.countDown();
    Pass pass = passes.of(List.of(on(1), on(2)));
    assertThat(pass.leftOut()).isEqualTo(1);
    assertThat(pass.answers()).isEqualTo(List.of(List.of(), List.of()));
  }

  @Test
  void whileItGoesOnItIsFoundHoweverManyOthersAreAsked() {
    Passes many = passes(21, 0);
    Pass first = many.of(List.of(on(1)));
    for (int day = 2; day <= 20; day++) {
      many.of(List.of(on(day)));
    }
    assertThat(many.of(List.of(on(1)))).isSameAs(first);
    read.countDown();
    many.destroy();
  }

  @Test
  void anAnswerForWhichNobodyAsksIsForgotten() {
    read.countDown();
    Pass first = passes.of(List.of(on(1)));
    passes.of(List.of(on(2))).answers(); // its turn comes when the first has been put away
    at(Duration.ofMinutes(9));
    assertThat(passes.of(List.of(on(1)))).isSameAs(first);
    at(Duration.ofMinutes(19));
    assertThat(passes.of(List.of(on(1)))).isNotSameAs(first);
  }

  @Test
  void oneThatFailedLeavesItsTurnToTheNext() {
    doThrow(new IllegalStateException("broken")).when(findings).batch((String) any(), any());
    for (int time = 0; time < 3; time++) {
      Pass broken = passes.of(List.of(on(1)));
      assertThatThrownBy(broken::answers).hasRootCauseMessage("broken");
    }
  }

  @Test
  void oneWhoseAccountIsGoneLeavesItsTurnToTheNext() {
    doThrow(new IllegalStateException("gone")).when(accounts).as(any(), any());
    for (int time = 0; time < 3; time++) {
      Pass broken = passes.of(List.of(on(1)));
      assertThatThrownBy(broken::answers).hasRootCauseMessage("gone");
    }
  }

  @Test
  void oneThatCannotBeBegunIsForgottenAndLeavesItsTurn() {
    passes.destroy();
    for (int time = 0; time < 3; time++) {
      assertThatThrownBy(() -> passes.of(List.of(on(1)))).isInstanceOf(TaskRejectedException.class);
    }
  }

  /** A page had to wait for it, and so it is given to those who see the same, whatever changes. */
  @Test
  void whatIsKeptThoughThingsChangedIsNotGivenToOthers() {
    Pass first = passes.of(List.of(on(1)));
    assertThatThrownBy(() -> first.await(Duration.ZERO)).isInstanceOf(StillJudging.class);
    read.countDown();
    first.answers();
    when(ledger.state()).thenReturn(new Ledger.State(1, 2, null));
    assertThat(passes.of(List.of(on(1)))).isSameAs(first);
    when(instruments.sight()).thenReturn(new Sight("i.opened_by = :account", Map.of(), "mddt"));
    assertThat(passes.of(List.of(on(1)))).isNotSameAs(first);
  }

  private void at(Duration later) {
    when(clock.instant()).thenReturn(NOW.plus(later));
  }

  private static Question on(int day) {
    return new Question(
        Viewpoint.of(AsOf.day(LocalDate.of(2026, 12, day))),
        FindingFilter.of(Question.ANY),
        Narrowing.NONE);
  }
}
