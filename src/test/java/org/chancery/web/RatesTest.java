package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.Principal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** S9: nobody may ask without end; whoever waits may ask again. */
class RatesTest {

  private final AtomicLong stopwatch = new AtomicLong();
  private final Rates rates = new Rates(0.5, 3, stopwatch::get);

  @Test
  void aFewCallsAtOnceAreFree() {
    assertThat(rates.waitSeconds("a")).isZero();
    assertThat(rates.waitSeconds("a")).isZero();
    assertThat(rates.waitSeconds("a")).isZero();
    assertThat(rates.waitSeconds("a")).isEqualTo(2);
    assertThat(rates.waitSeconds("b")).isZero();
  }

  @Test
  void whoWaitsMayAskAgain() {
    for (int call = 0; call < 4; call++) {
      rates.waitSeconds("a");
    }
    stopwatch.addAndGet(TimeUnit.SECONDS.toNanos(2));
    assertThat(rates.waitSeconds("a")).isZero();
    assertThat(rates.waitSeconds("a")).isPositive();
  }

  @Test
  void aHundredThousandCallersTakeNoMoreMemoryThanTen() {
    for (int caller = 0; caller < 100_000; caller++) {
      rates.waitSeconds("caller " + caller);
    }
    assertThat(rates.callers()).isEqualTo(10_000);
  }

  @Test
  void oneCallTooManyIsToldWhenToComeAgain() throws Exception {
    StaticMessageSource messages = new StaticMessageSource();
    messages.setUseCodeAsDefaultMessage(true);
    Rebuff rebuff = new Rebuff(new Problems(messages), new ObjectMapper());
    Turnstile turnstile = new Turnstile(new Rates(1, 1, stopwatch::get), rebuff);
    assertThat(passed(turnstile).getStatus()).isEqualTo(200);
    MockHttpServletResponse refused = passed(turnstile);
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
    assertThat(refused.getContentType()).startsWith("application/problem+json");
    assertThat(refused.getContentAsString()).contains("urn:chancery:problem:http-429");
  }

  @Test
  void whoHasANetworkOfIpv6HasOneBucketAllTheSame() throws Exception {
    StaticMessageSource messages = new StaticMessageSource();
    messages.setUseCodeAsDefaultMessage(true);
    Rebuff rebuff = new Rebuff(new Problems(messages), new ObjectMapper());
    Rates once = new Rates(1, 1, stopwatch::get);
    Doorway doorway = new Doorway(DataSize.ofMegabytes(1), once, rebuff);
    assertThat(status(doorway, "2001:db8::1")).isEqualTo(200);
    assertThat(status(doorway, "2001:db8::2")).isEqualTo(429);
    assertThat(status(doorway, "2001:db8:0:1::1")).isEqualTo(200);
    assertThat(status(doorway, "192.0.2.1")).isEqualTo(200);
  }

  private static int status(Doorway doorway, String address) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/instruments");
    request.setServletPath("/api/instruments");
    request.setRemoteAddr(address);
    MockHttpServletResponse response = new MockHttpServletResponse();
    doorway.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }

  private static MockHttpServletResponse passed(Turnstile turnstile) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/instruments");
    request.setServletPath("/api/instruments");
    Principal clerk = () -> "mddtClerk";
    request.setUserPrincipal(clerk);
    MockHttpServletResponse response = new MockHttpServletResponse();
    turnstile.doFilter(request, response, new MockFilterChain());
    return response;
  }
}
