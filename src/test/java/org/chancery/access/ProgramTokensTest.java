package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.RemoteKeySourceException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

/** S11: a provider that does not answer is no reason to fail, nor to be asked by strangers. */
class ProgramTokensTest {

  private final TestClock clock = new TestClock();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void aProviderOfWhichNothingIsKnownIsAskedOnceInAFewSeconds() {
    ProgramTokens tokens =
        tokens(new JwtDecoderInitializationException("silent", new IllegalStateException()));
    isSilent(tokens);
    isSilent(tokens);
    assertThat(asked).hasValue(1);
    clock.pass(Duration.ofSeconds(5));
    isSilent(tokens);
    assertThat(asked).hasValue(2);
  }

  @Test
  void keysOutOfReachAreNoFaultOfTheTokenAndKeepNoOtherOut() {
    Throwable why = new RemoteKeySourceException("silent", new IllegalStateException());
    ProgramTokens tokens = tokens(new JwtException("silent", why));
    isSilent(tokens);
    isSilent(tokens);
    assertThat(asked).hasValue(2);
  }

  @Test
  void aBadTokenIsNobodys() {
    assertThat(tokens(new BadJwtException("forged")).use("a.b.c")).isEmpty();
    assertThat(tokens(new JwtException("odd")).use("a.b.c")).isEmpty();
  }

  private static void isSilent(ProgramTokens tokens) {
    assertThatExceptionOfType(ProviderSilent.class).isThrownBy(() -> tokens.use("a.b.c"));
  }

  private ProgramTokens tokens(RuntimeException answer) {
    JwtDecoder decoder =
        token -> {
          asked.incrementAndGet();
          throw answer;
        };
    OutsideRules none = new OutsideRules("groups", "name", Map.of(), Map.of(), Map.of());
    return new ProgramTokens(
        new StaticListableBeanFactory(Map.of("decoder", decoder)).getBeanProvider(JwtDecoder.class),
        none,
        clock,
        new MockEnvironment());
  }
}
