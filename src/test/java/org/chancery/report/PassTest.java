package org.chancery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;

/** How long a pass may answer, and what is told to those who wait for it. */
class PassTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final Ledger.State STATE = new Ledger.State(10, 20, null);
  private static final Ledger.State CHANGED = new Ledger.State(10, 21, null);

  private final Pass pass = new Pass(STATE, NOW, 10);

  @Test
  void itAnswersWhileNothingHasChanged() {
    assertThat(pass.answers(STATE, NOW, KEPT)).isTrue();
    pass.end(List.of(List.of()), NOW);
    assertThat(pass.answers(STATE, NOW.plus(KEPT).plus(KEPT), KEPT)).isTrue();
  }

  @Test
  void onceSomethingHasChangedItAnswersNoMore() {
    assertThat(pass.answers(CHANGED, NOW, KEPT)).isFalse();
    pass.end(List.of(List.of()), NOW);
    assertThat(pass.answers(CHANGED, NOW, KEPT)).isFalse();
  }

  @Test
  void whoWaitsIsToldHowFarItHasCome() {
    pass.advance(4);
    assertThatThrownBy(() -> pass.await(Duration.ZERO))
        .isInstanceOfSatisfying(
            StillJudging.class,
            told -> assertThat(List.of(told.judged(), told.cases())).isEqualTo(List.of(4L, 10L)));
  }

  @Test
  void whatSomebodyWaitedForIsGivenForAWhileWhateverChanges() {
    assertThatThrownBy(() -> pass.await(Duration.ZERO)).isInstanceOf(StillJudging.class);
    assertThat(pass.answers(CHANGED, NOW.plus(KEPT).plus(KEPT), KEPT)).isTrue();
    pass.end(List.of(List.of()), NOW);
    pass.await(Duration.ZERO);
    assertThat(pass.answers(CHANGED, NOW.plus(KEPT).minusMillis(1), KEPT)).isTrue();
    assertThat(pass.answers(CHANGED, NOW.plus(KEPT), KEPT)).isFalse();
  }

  @Test
  void oneThatFailedAnswersNobodyAgain() {
    pass.fail(new IllegalStateException("broken"));
    assertThat(pass.answers(STATE, NOW, KEPT)).isFalse();
    assertThatThrownBy(pass::answers).hasRootCauseMessage("broken");
  }

  @Test
  void whoWaitsTooLongIsToldToComeAgain() {
    assertThatThrownBy(() -> pass.answers(Duration.ZERO))
        .isInstanceOfSatisfying(
            Refusal.class, busy -> assertThat(busy.kind()).isEqualTo(Refusal.Kind.BUSY));
  }
}
