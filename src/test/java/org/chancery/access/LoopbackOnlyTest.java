package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** S13: the accounts whose password everybody knows are there on this machine only. */
class LoopbackOnlyTest {

  private final ApplicationContextRunner house =
      new ApplicationContextRunner().withUserConfiguration(LoopbackOnly.class);

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
  void aDemonstrationListensOnLoopback(String address) {
    house
        .withPropertyValues("chancery.demo=true", "server.address=" + address)
        .run(context -> assertThat(context).hasNotFailed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "", "no.such.host.invalid"})
  void aDemonstrationRefusesToListenElsewhere(String address) {
    house
        .withPropertyValues("chancery.demo=true", "server.address=" + address)
        .run(context -> assertThat(context).getFailure().isInstanceOf(CannotStart.class));
  }

  @Test
  void aDemonstrationRefusesToListenEverywhere() {
    house
        .withPropertyValues("chancery.demo=true")
        .run(context -> assertThat(context).getFailure().isInstanceOf(CannotStart.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"native", "framework"})
  void aDemonstrationRefusesToBeReachedThroughAProxy(String strategy) {
    house
        .withPropertyValues(
            "chancery.demo=true",
            "server.address=127.0.0.1",
            "server.forward-headers-strategy=" + strategy)
        .run(context -> assertThat(context).getFailure().isInstanceOf(CannotStart.class));
  }

  @Test
  void aHouseInEarnestListensWhereItIsTold() {
    house
        .withPropertyValues("chancery.demo=false", "server.address=0.0.0.0")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void theRefusalIsToldInASentence() {
    var analysis = new CannotStartAnalyzer().analyze(new CannotStart("It is so.", "Do this."));
    assertThat(Objects.requireNonNull(analysis).getDescription()).isEqualTo("It is so.");
    assertThat(analysis.getAction()).isEqualTo("Do this.");
  }
}
