package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WaitingTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void aFileEndsTheWait() throws ServletException, IOException {
    request.setCookies(new Cookie("waits", "1"));
    answer("attachment; filename=\"a.csv\"");
    assertThat(response.getHeader("Set-Cookie")).startsWith("waits=; Path=/; Max-Age=0");
  }

  @Test
  void whatIsShownInThePageDoesNot() throws ServletException, IOException {
    request.setCookies(new Cookie("waits", "1"));
    answer("inline");
    assertThat(response.getHeader("Set-Cookie")).isNull();
  }

  @Test
  void whoDoesNotWaitIsToldNothing() throws ServletException, IOException {
    answer("attachment");
    assertThat(response.getHeader("Set-Cookie")).isNull();
  }

  private void answer(String disposition) throws ServletException, IOException {
    new Waiting()
        .doFilter(
            request,
            response,
            (asked, answer) ->
                ((HttpServletResponse) answer).setHeader("Content-Disposition", disposition));
  }
}
