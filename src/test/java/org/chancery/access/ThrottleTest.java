package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** S12: guessing is slowed by name and by address, and its victim hardly notices. */
class ThrottleTest {

  private static final Origin DESK = Origin.at("192.0.2.1");

  private final TestClock clock = new TestClock();
  private final Throttle throttle = new Throttle(clock);

  @Test
  void fiveGuessesAreFreeAndThenEachCostsMore() {
    wrong("victim", DESK, 4);
    assertThat(wait("victim", DESK)).isZero();
    wrong("victim", DESK, 1);
    assertThat(wait("victim", DESK)).isEqualTo(2);
    wrong("victim", DESK, 30);
    assertThat(wait("victim", DESK)).isEqualTo(301);
  }

  @Test
  void whoeverGuessesFromEverywhereIsSlowedByTheName() {
    for (int address = 1; address <= 200; address++) {
      throttle.wrong("victim", Origin.at("198.51.100." + address));
    }
    assertThat(wait("victim", Origin.at("203.0.113.9"))).isEqualTo(31);
  }

  @Test
  void theVictimWaitsHalfAMinuteAtTheMostAndNotAtAllWhereSheGotInOfLate() {
    throttle.right("victim", DESK);
    for (int address = 1; address <= 200; address++) {
      throttle.wrong("victim", Origin.at("198.51.100." + address));
    }
    assertThat(wait("victim", DESK)).isZero();
    assertThat(wait("victim", Origin.at("192.0.2.77"))).isEqualTo(31);
    clock.pass(Duration.ofSeconds(30));
    assertThat(wait("victim", Origin.at("192.0.2.77"))).isZero();
  }

  @Test
  void whoeverGuessesAtManyNamesIsSlowedByTheAddress() {
    for (int name = 0; name < 60; name++) {
      throttle.wrong("name" + name, DESK);
    }
    assertThat(wait("another", DESK)).isPositive();
    assertThat(wait("another", Origin.at("192.0.2.2"))).isZero();
  }

  @Test
  void theSlipsOfAnOfficeDoNotKeepOutWhoGotInFromThere() {
    throttle.right("owner", DESK);
    for (int name = 0; name < 60; name++) {
      throttle.wrong("name" + name, DESK);
    }
    assertThat(wait("owner", DESK)).isZero();
    assertThat(wait("newcomer", DESK)).isPositive();
  }

  @Test
  void theSlipsOfABusyOfficeAreForgottenOneByOne() {
    for (int name = 0; name < 200; name++) {
      throttle.wrong("name" + name, DESK);
      clock.pass(Duration.ofSeconds(30));
    }
    throttle.wrong("one", DESK);
    assertThat(wait("newcomer", DESK)).isZero();
  }

  @Test
  void aNetworkOfIpv6IsOneAddress() {
    for (int host = 1; host <= 60; host++) {
      throttle.wrong("name" + host, Origin.at("2001:db8::" + Integer.toHexString(host)));
    }
    assertThat(wait("another", Origin.at("2001:db8::ffff"))).isPositive();
    assertThat(wait("another", Origin.at("2001:db8:0:1::1"))).isZero();
  }

  @Test
  void namesThatNobodyCanHaveTakeNoMemoryOfTheirOwn() {
    wrong("x".repeat(1_000_000), DESK, 5);
    assertThat(wait("y".repeat(2_000_000), DESK)).isPositive();
  }

  @Test
  void aMillionGuessesAreForgottenAgain() {
    for (int guess = 0; guess < 1_000_000; guess++) {
      throttle.wrong(
          "name" + guess, Origin.at("2001:db8:" + Integer.toHexString(guess % 65536) + "::"));
    }
    assertThatNoException().isThrownBy(() -> throttle.mustNotWait("name1", DESK));
  }

  private void wrong(String name, Origin from, int times) {
    for (int time = 0; time < times; time++) {
      throttle.wrong(name, from);
    }
  }

  /** In seconds, as it is told; zero where the next guess is looked at. */
  private long wait(String name, Origin from) {
    TooManyGuesses refused =
        catchThrowableOfType(TooManyGuesses.class, () -> throttle.mustNotWait(name, from));
    return refused == null ? 0 : refused.waitSeconds();
  }
}
