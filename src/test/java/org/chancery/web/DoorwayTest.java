package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/**
 * S9: one call too many from one address is refused at the door, before anybody asks whose it is.
 */
class DoorwayTest {

  private final AtomicLong stopwatch = new AtomicLong();
  private final Doorway doorway = doorway(new Rates(0.5, 2, stopwatch::get));

  @Test
  void oneCallTooManyFromOneAddressIsToldWhenToComeAgain() throws Exception {
    assertThat(called("192.0.2.1").getStatus()).isEqualTo(200);
    assertThat(called("192.0.2.1").getStatus()).isEqualTo(200);
    MockHttpServletResponse refused = called("192.0.2.1");
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("2");
    assertThat(refused.getContentType()).startsWith("application/problem+json");
    assertThat(refused.getContentAsString()).contains("urn:chancery:problem:http-429");
  }

  @Test
  void anotherAddressIsLetInAndSoIsWhoHasWaited() throws Exception {
    for (int call = 0; call < 3; call++) {
      called("192.0.2.1");
    }
    assertThat(called("192.0.2.2").getStatus()).isEqualTo(200);
    stopwatch.addAndGet(TimeUnit.SECONDS.toNanos(2));
    assertThat(called("192.0.2.1").getStatus()).isEqualTo(200);
  }

  private MockHttpServletResponse called(String address) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/instruments");
    request.setServletPath("/api/instruments");
    request.setRemoteAddr(address);
    MockHttpServletResponse response = new MockHttpServletResponse();
    MockFilterChain inside = new MockFilterChain();
    doorway.doFilter(request, response, inside);
    boolean isIn = inside.getRequest() != null;
    assertThat(isIn).as("whether it came in").isEqualTo(response.getStatus() == 200);
    return response;
  }

  private static Doorway doorway(Rates rates) {
    StaticMessageSource messages = new StaticMessageSource();
    messages.setUseCodeAsDefaultMessage(true);
    Rebuff rebuff = new Rebuff(new Problems(messages), new ObjectMapper());
    return new Doorway(DataSize.ofMegabytes(1), rates, rebuff);
  }
}
