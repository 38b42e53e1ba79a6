package org.chancery.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final Turns turns = new Turns(3);

  @Test
  void oneAccountLeavesTheLastTurnToOthers() throws Exception {
    assertThat(take("one")).isTrue();
    assertThat(take("one")).isTrue();
    assertThat(take("one")).isFalse();
    assertThat(take("other")).isTrue();
    assertThat(take("third")).isFalse();
  }

  @Test
  void whatIsGivenBackIsFreeAgain() throws Exception {
    take("one");
    take("one");
    turns.giveBack("one");
    assertThat(take("one")).isTrue();
    assertThat(take("one")).isFalse();
  }

  @Test
  void whoWaitsGetsTheTurnThatIsGivenBack() throws Exception {
    take("one");
    take("one");
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return turns.take("one", LONG);
              } catch (InterruptedException stopped) {
                return false;
              }
            });
    turns.giveBack("one");
    assertThat(waiting.get()).isTrue();
  }

  @Test
  void whereThereIsOneTurnOnlyAnybodyMayHaveIt() throws Exception {
    Turns single = new Turns(1);
    assertThat(single.take("one", Duration.ZERO)).isTrue();
    assertThat(single.take("other", Duration.ZERO)).isFalse();
  }

  private boolean take(String account) throws InterruptedException {
    return turns.take(account, Duration.ZERO);
  }
}
