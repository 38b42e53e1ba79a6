package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** S12: guessing costs more and more time, and bounded memory. */
class GuessesTest {

  private final TestClock clock = new TestClock();
  private final Guesses guesses = new Guesses(clock, 3, Duration.ofSeconds(10));

  @Test
  void theFirstFewAreFree() {
    wrong(2);
    assertThat(guesses.wait("key")).isZero();
  }

  @Test
  void eachFurtherOneDoublesTheWaitUpToALongest() {
    wrong(3);
    assertThat(guesses.wait("key")).hasSeconds(1);
    wrong(1);
    assertThat(guesses.wait("key")).hasSeconds(2);
    wrong(40);
    assertThat(guesses.wait("key")).hasSeconds(10);
  }

  @Test
  void theWaitPasses() {
    wrong(4);
    clock.pass(Duration.ofSeconds(2));
    assertThat(guesses.wait("key")).isZero();
  }

  @Test
  void aRightOneForgivesTheWrong() {
    wrong(4);
    guesses.right("key");
    assertThat(guesses.wait("key")).isZero();
  }

  @Test
  void whatIsLongPastIsForgotten() {
    wrong(4);
    clock.pass(Duration.ofMinutes(16));
    wrong(1);
    assertThat(guesses.wait("key")).isZero();
  }

  @Test
  void oneAfterTheOtherIsForgottenWhereSlipsAre() {
    Guesses slips = new Guesses(clock, 3, Duration.ofSeconds(10), Duration.ofSeconds(30));
    for (int slip = 0; slip < 20; slip++) {
      slips.wrong("key");
      clock.pass(Duration.ofSeconds(20));
    }
    slips.wrong("key");
    assertThat(slips.wait("key")).as("one is forgotten of three that come").isPositive();
    clock.pass(Duration.ofMinutes(10));
    slips.wrong("key");
    assertThat(slips.wait("key")).isZero();
  }

  @Test
  void anotherKeyIsNotPunished() {
    wrong(4);
    assertThat(guesses.wait("other")).isZero();
  }

  @Test
  void onlySoManyAreKept() {
    wrong(4);
    for (int other = 0; other < 10_000; other++) {
      guesses.wrong("other" + other);
    }
    assertThat(guesses.wait("key")).isZero();
    assertThat(guesses.wait("other1")).isZero();
  }

  private void wrong(int times) {
    for (int time = 0; time < times; time++) {
      guesses.wrong("key");
    }
  }
}
