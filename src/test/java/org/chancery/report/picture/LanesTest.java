package org.chancery.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What would overlap lies on lines of its own. */
class LanesTest {

  @Test
  void putsWhatFollowsOnTheSameLine() {
    assertThat(lanes(at(0, 10), at(20, 10), at(50, 1))).hasSize(1);
  }

  @Test
  void putsWhatOverlapsBesideIt() {
    assertThat(lanes(at(0, 30), at(10, 10), at(40, 10)))
        .containsExactly(List.of(at(0, 30), at(40, 10)), List.of(at(10, 10)));
  }

  @Test
  void keepsNeighboursApartThatAFingerCouldNotTell() {
    assertThat(lanes(at(10, 0.1), at(11, 0.1))).hasSize(2);
  }

  @Test
  void needsNoLineForNothing() {
    assertThat(lanes()).isEmpty();
  }

  private static List<List<Stretch>> lanes(Stretch... stretches) {
    return Lanes.of(List.of(stretches), Function.identity());
  }

  private static Stretch at(double left, double width) {
    return new Stretch(left, width, false, false, false);
  }
}
