package org.chancery.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.chancery.deadline.LastSweep;
import org.chancery.notice.Queue;
import org.junit.jupiter.api.Test;

class PulseTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  @Test
  void tellsDurationsAndAgesInSeconds() {
    Pulse pulse =
        pulse(
            Optional.of(new LastSweep.Ended(NOW.minusSeconds(90), NOW.minusMillis(60_500))),
            Optional.of(NOW.minusSeconds(600)));
    assertThat(pulse.sweepSeconds()).isEqualTo(29.5);
    assertThat(pulse.sweepAge()).isEqualTo(60.5);
    assertThat(pulse.rootAge()).isEqualTo(600);
  }

  @Test
  void makesUpNoAgeOfWhatNeverWas() {
    Pulse pulse = pulse(Optional.empty(), Optional.empty());
    assertThat(pulse.sweepSeconds()).isNaN();
    assertThat(pulse.sweepAge()).isNaN();
    assertThat(pulse.rootAge()).isNaN();
  }

  @Test
  void saysWhatIsLongerAgoThanItShouldBe() {
    Pulse timely = pulse(swept(7_199), Optional.of(NOW.minusSeconds(3_599)));
    assertThat(timely.isSweepLate()).isFalse();
    assertThat(timely.isRootLate()).isFalse();
    Pulse late = pulse(swept(7_200), Optional.of(NOW.minusSeconds(3_600)));
    assertThat(late.isSweepLate()).isTrue();
    assertThat(late.isRootLate()).isTrue();
    Pulse never = pulse(Optional.empty(), Optional.empty());
    assertThat(never.isSweepLate()).isTrue();
    assertThat(never.isRootLate()).isFalse();
  }

  @Test
  void noRootIsLateWhileNothingIsNew() {
    assertThat(
            new Pulse(
                    NOW,
                    3,
                    1,
                    swept(60),
                    false,
                    0,
                    0,
                    new Queue.Length(0, 0),
                    0,
                    Optional.of(NOW.minusSeconds(9_999)))
                .isRootLate())
        .isFalse();
  }

  private static Optional<LastSweep.Ended> swept(long secondsAgo) {
    Instant then = NOW.minusSeconds(secondsAgo);
    return Optional.of(new LastSweep.Ended(then.minusSeconds(1), then));
  }

  private static Pulse pulse(Optional<LastSweep.Ended> sweep, Optional<Instant> root) {
    return new Pulse(NOW, 3, 1, sweep, false, 0, 0, new Queue.Length(2, 1), 5, root);
  }
}
