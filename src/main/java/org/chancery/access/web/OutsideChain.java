package org.chancery.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chancery.access.OutsideLogin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * The way in by an outside provider (OpenID Connect: code, PKCE, state and nonce); there only where
 * the configuration names one. It ends in the same session as a password.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnOAuth2ClientRegistrationProperties
class OutsideChain {

  private static final String STRANGER = "stranger";

  @Bean
  @Order(25)
  SecurityFilterChain outside(
      HttpSecurity http,
      ClientRegistrationRepository clients,
      OutsideLogin login,
      SecurityContextRepository sessions,
      Arrival arrival)
      throws Exception {
    // What a provider says is judged here alone: no other login is tried with it.
    http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
    return http.securityMatcher("/oauth2/authorization/*", "/login/oauth2/code/*")
        .securityContext(context -> context.securityContextRepository(sessions))
        .requestCache(cache -> cache.requestCache(Arrival.wanted(request -> false)))
        .oauth2Login(
            elsewhere ->
                elsewhere
                    .loginPage("/login")
                    .authorizedClientRepository(new NoneKept())
                    .authorizationEndpoint(
                        start -> start.authorizationRequestResolver(withPkce(clients)))
                    .userInfoEndpoint(person -> person.oidcUserService(people(login)))
                    .successHandler(
                        (request, response, who) ->
                            begin(
                                (OAuth2AuthenticationToken) who,
                                request,
                                response,
                                sessions,
                                arrival))
                    .failureHandler(OutsideChain::backToLogin))
        .authorizeHttpRequests(request -> request.anyRequest().denyAll())
        .headers(headers -> Chains.headers(headers, Chains.NOTHING))
        .build();
  }

  private static OAuth2AuthorizationRequestResolver withPkce(ClientRegistrationRepository clients) {
    var resolver =
        new DefaultOAuth2AuthorizationRequestResolver(
            clients,
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return resolver;
  }

  private static OAuth2UserService<OidcUserRequest, OidcUser> people(OutsideLogin login) {
    OidcUserService provider = new OidcUserService();
    return request -> {
      OidcUser person = provider.loadUser(request);
      String issuer = String.valueOf(person.getIdToken().getIssuer());
      return login
          .enter(issuer, person.getSubject(), person.getClaims())
          .map(visitor -> new Known(person, visitor))
          .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(STRANGER)));
    };
  }

  /** What the provider said has served its turn: from here on she is one of the house. */
  private static void begin(
      OAuth2AuthenticationToken login,
      HttpServletRequest request,
      HttpServletResponse response,
      SecurityContextRepository sessions,
      Arrival arrival)
      throws IOException, ServletException {
    Known known = (Known) login.getPrincipal();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(known.visitor());
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
    Farewell.remember(
        login.getAuthorizedClientRegistrationId(),
        known.getIdToken().getTokenValue(),
        request.getSession());
    arrival.onAuthenticationSuccess(request, response, known.visitor());
  }

  private static void backToLogin(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    boolean stranger =
        refusal instanceof OAuth2AuthenticationException known
            && known.getError().getErrorCode().equals(STRANGER);
    response.sendRedirect(
        request.getContextPath() + "/login?" + (stranger ? STRANGER : "elsewhere"));
  }

  /** One whom the provider vouched for, and whom the house knows. */
  private static final class Known extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final Authentication visitor;

    Known(OidcUser person, Authentication visitor) {
      super(visitor.getAuthorities(), person.getIdToken());
      this.visitor = visitor;
    }

    Authentication visitor() {
      return visitor;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return super.equals(other);
    }

    @Override
    public int hashCode() {
      return super.hashCode();
    }
  }

  /** The house asks the provider nothing more, so it keeps none of its tokens. */
  private static final class NoneKept implements OAuth2AuthorizedClientRepository {

    // Spring Security's own signature.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String registration, Authentication who, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication who,
        HttpServletRequest request,
        HttpServletResponse response) {
      // none is kept
    }

    @Override
    public void removeAuthorizedClient(
        String registration,
        Authentication who,
        HttpServletRequest request,
        HttpServletResponse response) {
      // none is kept
    }
  }
}
