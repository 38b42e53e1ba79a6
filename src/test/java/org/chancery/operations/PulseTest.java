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

  private static Pulse pulse(Optional<LastSweep.Ended> sweep, Optional<Instant> root) {
    return new Pulse(NOW, 3, 1, sweep, 0, 0, new Queue.Length(2, 1), 5, root);
  }
}
