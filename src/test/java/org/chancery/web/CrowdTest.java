package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** R18: Whoever finds no place is refused at once, and told to come again. */
class CrowdTest {

  private static final FilterChain WORK = (request, response) -> {};

  private final Crowd crowd = crowd();

  @Test
  void whoFindsNoPlaceIsToldToComeAgain() throws Exception {
    MockHttpServletResponse[] late = new MockHttpServletResponse[1];
    called("/api/instruments", (request, response) -> late[0] = called("/api/tasks", WORK));
    assertThat(late[0].getStatus()).isEqualTo(503);
    assertThat(late[0].getHeader("Retry-After")).isEqualTo("5");
    assertThat(late[0].getContentAsString()).contains("urn:chancery:problem:busy");
  }

  @Test
  void aPlaceIsFreeAgainWhateverBecameOfTheWork() throws Exception {
    try {
      called(
          "/api/instruments",
          (request, response) -> {
            throw new IllegalStateException("broken");
          });
    } catch (IllegalStateException broken) {
      assertThat(broken).hasMessage("broken");
    }
    assertThat(called("/api/instruments", WORK).getStatus()).isEqualTo(200);
  }

  @Test
  void whoAsksHowTheHouseIsNeedsNoPlace() throws Exception {
    MockHttpServletResponse[] health = new MockHttpServletResponse[1];
    called(
        "/api/instruments",
        (request, response) -> health[0] = called("/actuator/health/liveness", WORK));
    assertThat(health[0].getStatus()).isEqualTo(200);
  }

  /** It takes the time of a line, and not of the house. */
  @Test
  void whoIsSentAFileHasLeftItsPlace() throws Exception {
    MockHttpServletResponse[] meanwhile = new MockHttpServletResponse[1];
    called(
        "/reports/overdue.csv",
        (request, response) -> {
          ((Crowd.Place) request.getAttribute(Crowd.PLACE)).leave();
          meanwhile[0] = called("/api/tasks", WORK);
        });
    assertThat(meanwhile[0].getStatus()).isEqualTo(200);
    MockHttpServletResponse[] late = new MockHttpServletResponse[1];
    called("/api/instruments", (request, response) -> late[0] = called("/api/tasks", WORK));
    assertThat(late[0].getStatus()).as("a place is left once").isEqualTo(503);
  }

  private MockHttpServletResponse called(String path, FilterChain inside)
      throws java.io.IOException, jakarta.servlet.ServletException {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setServletPath(path);
    MockHttpServletResponse response = new MockHttpServletResponse();
    crowd.doFilter(request, response, inside);
    return response;
  }

  private static Crowd crowd() {
    StaticMessageSource messages = new StaticMessageSource();
    messages.setUseCodeAsDefaultMessage(true);
    return new Crowd(
        1, Duration.ofMillis(1), new Rebuff(new Problems(messages), new ObjectMapper()));
  }
}
