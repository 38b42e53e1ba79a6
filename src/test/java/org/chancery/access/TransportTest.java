package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** S11: passwords and cookies leave this machine encrypted or not at all. */
class TransportTest {

  private static final String COOKIE = "server.servlet.session.cookie.";

  private final WebApplicationContextRunner house =
      new WebApplicationContextRunner().withUserConfiguration(Transport.class);

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "", "no.such.host.invalid"})
  void inTheClearTheServerListensNowhereElse(String address) {
    house
        .withPropertyValues("server.address=" + address)
        .run(context -> assertThat(context).getFailure().isInstanceOf(CannotStart.class));
    house.run(context -> assertThat(context).getFailure().isInstanceOf(CannotStart.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
  void inTheClearItListensOnThisMachine(String address) {
    house
        .withPropertyValues("server.address=" + address)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context.getEnvironment().getProperty(COOKIE + "name")).isNull();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server.ssl.key-store=house.p12",
        "server.ssl.certificate=house.pem",
        "server.ssl.bundle=house",
        "server.forward-headers-strategy=native"
      })
  void encryptedItListensEverywhereAndItsCookiesGoNoOtherWay(String setting) {
    house
        .withPropertyValues("server.address=0.0.0.0", setting)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context.getEnvironment().getProperty(COOKIE + "name"))
                  .startsWith("__Host-");
              assertThat(context.getEnvironment().getProperty(COOKIE + "secure")).isEqualTo("true");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"framework", "FRAMEWORK"})
  void nobodyIsBelievedUnasked(String strategy) {
    house
        .withPropertyValues(
            "server.address=127.0.0.1", "server.forward-headers-strategy=" + strategy)
        .run(context -> assertThat(context).getFailure().isInstanceOf(CannotStart.class));
  }

  @ParameterizedTest
  @CsvSource({
    "server.ssl.enabled=false, server.ssl.key-store=house.p12",
    "server.forward-headers-strategy=none, server.ssl.enabled=true"
  })
  void whatIsSwitchedOffEncryptsNothing(String one, String other) {
    house
        .withPropertyValues("server.address=0.0.0.0", one, other)
        .run(context -> assertThat(context).getFailure().isInstanceOf(CannotStart.class));
  }
}
