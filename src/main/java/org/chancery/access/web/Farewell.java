package org.chancery.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a logout leads: to the login page, by way of the provider with whom she had logged in, so
 * that the next at her desk does not come in again with one click.
 */
@Component
class Farewell implements LogoutHandler, LogoutSuccessHandler {

  private static final String CAME_BY = Farewell.class.getName() + ".CAME_BY";

  private final Providers providers;
  private final String house;

  Farewell(Providers providers, @Value("${chancery.address:}") String house) {
    this.providers = providers;
    this.house = house;
  }

  /**
   * How she came in.
   *
   * @param provider the provider that vouched for her
   * @param token the token with which it did
   */
  private record CameBy(String provider, String token) implements Serializable {}

  /** Notes by whom she came in. */
  static void remember(String provider, String token, HttpSession session) {
    session.setAttribute(CAME_BY, new CameBy(provider, token));
  }

  /** Before the session ends, which knows how she came in. */
  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      request.setAttribute(CAME_BY, session.getAttribute(CAME_BY));
    }
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
      throws IOException {
    Optional<String> exit =
        request.getAttribute(CAME_BY) instanceof CameBy by ? exit(by, request) : Optional.empty();
    response.sendRedirect(exit.orElse(request.getContextPath() + "/login?out"));
  }

  private Optional<String> exit(CameBy by, HttpServletRequest request) {
    return providers
        .exit(by.provider())
        .map(
            exit ->
                UriComponentsBuilder.fromUri(exit)
                    .queryParam("id_token_hint", by.token())
                    .queryParam("post_logout_redirect_uri", "{back}")
                    .encode()
                    .buildAndExpand(back(request))
                    .toUriString());
  }

  private String back(HttpServletRequest request) {
    String here =
        house.isBlank()
            ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
            : house.replaceAll("/+$", "");
    return here + "/login?out";
  }
}
