package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

class RequestIdsTest {

  private static final String NEW = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Test
  void keepsASaneId() {
    assertThat(RequestIds.chosen("4bf92f35-77b3.4da6_a3ce")).isEqualTo("4bf92f35-77b3.4da6_a3ce");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "with a space",
        "two\r\nlines-of-it",
        "<script>alert</script>",
        "äöüäöüäöü"
      })
  void replacesWhatCannotBeAnId(String given) {
    assertThat(RequestIds.chosen(given)).matches(NEW);
    assertThat(RequestIds.chosen("a".repeat(65))).matches(NEW);
    assertThat(RequestIds.chosen(null)).matches(NEW);
  }

  @Test
  void standsInTheLogUntilTheServerIsDoneWithTheRequest() throws Exception {
    AtomicReference<@Nullable String> seen = new AtomicReference<>();
    MockHttpServletResponse response = answered(seen);
    assertThat(response.getHeader("X-Request-Id")).matches(NEW).isEqualTo(seen.get());
    assertThat(MDC.get("request")).isEqualTo(seen.get());
    new RequestIds.End()
        .requestDestroyed(
            new ServletRequestEvent(new MockServletContext(), new MockHttpServletRequest()));
    assertThat(MDC.get("request")).isNull();
  }

  @Test
  void anAnswerThatIsBegunAnewKeepsWhatWasSaidOfEveryAnswer() throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    response.setHeader("X-Frame-Options", "DENY");
    new RequestIds()
        .doFilter(
            new MockHttpServletRequest(),
            response,
            (request, answer) -> {
              ((HttpServletResponse) answer).setHeader("Content-Disposition", "attachment");
              answer.reset();
            });
    assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
    assertThat(response.getHeader("X-Request-Id")).matches(NEW);
    assertThat(response.getHeader("Content-Disposition")).isNull();
  }

  @AfterEach
  void forget() {
    MDC.clear();
  }

  /** An answer that is begun anew, since the first went wrong, belongs to the same request. */
  private static MockHttpServletResponse answered(AtomicReference<@Nullable String> seen)
      throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new RequestIds()
        .doFilter(
            new MockHttpServletRequest(),
            response,
            (request, answer) -> {
              seen.set(MDC.get("request"));
              answer.reset();
            });
    return response;
  }
}
