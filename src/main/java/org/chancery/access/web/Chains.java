package org.chancery.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.access.FeedLogin;
import org.chancery.access.Login;
import org.chancery.access.Role;
import org.chancery.access.TooManyGuesses;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who gets in where. Programs come to the API with a password, a key or the session of a page;
 * people come to pages and log in on one; calendars come with a token. A chain for {@code
 * /camunda/**} stands before both, with order 10, in the module that knows Camunda; it shares the
 * {@link SecurityContextRepository}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Chains {

  private static final String FIGURES = "/actuator/prometheus";
  private static final String[] OF_OPERATORS = {"/operations", "/operations/**"};
  private static final String[] KEEPERS = {Role.OPERATOR.name(), Role.ADMIN.name()};
  private static final String[] API = {"/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml", FIGURES};

  /** What is the same for everybody, and what begins with {@link #SCRIPTS}. */
  static final Set<String> ALIKE =
      Set.of(
          "/chancery.css",
          "/page.js",
          "/favicon.ico",
          "/favicon.svg",
          "/actuator/health",
          "/actuator/health/liveness",
          "/actuator/health/readiness");

  static final String SCRIPTS = "/webjars/htmx.org/";

  static final String[] OPEN =
      Stream.concat(
              Stream.of("/login", "/setup", "/look", "/glossary", "/error", SCRIPTS + "**"),
              ALIKE.stream())
          .toArray(String[]::new);

  static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /**
   * What a page of ours is made of: files of this house and nothing else. No script and no style
   * stands in the page itself, so that none has to be told from one that was slipped in.
   */
  private static final String OWN_FILES =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
          + "form-action 'self'%s; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN_PAGE = Set.of("same-origin", "none");
  private static final String BEARER = "Bearer ";

  /** Where each chain finds who is logged in by the session cookie. */
  @Bean
  SecurityContextRepository sessions(Login login) {
    return new DelegatingSecurityContextRepository(
        new RequestAttributeSecurityContextRepository(), new Sessions(login));
  }

  /** Calendar programs, by a token in the address; whoever has none finds nothing there. */
  @Bean
  @Order(15)
  SecurityFilterChain feeds(HttpSecurity http, FeedLogin login, ApiDoor door) throws Exception {
    AuthenticationFilter byToken =
        new AuthenticationFilter(
            login::authenticate,
            request ->
                FeedLogin.claim(
                    request.getParameter("token"), new WebAuthenticationDetails(request)));
    byToken.setSuccessHandler((request, response, who) -> {});
    byToken.setFailureHandler(door::hide);
    return http.securityMatcher("/api/feeds/**")
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .addFilterBefore(byToken, BasicAuthenticationFilter.class)
        .authorizeHttpRequests(request -> request.anyRequest().authenticated())
        .headers(headers -> headers(headers, NOTHING))
        .build();
  }

  /** Programs, and the scripts of our own pages. */
  @Bean
  @Order(20)
  SecurityFilterChain api(
      HttpSecurity http, Login login, SecurityContextRepository sessions, ApiDoor door)
      throws Exception {
    return http.securityMatcher(API)
        .authenticationManager(login)
        .securityContext(context -> context.securityContextRepository(sessions))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .requestCache(cache -> cache.disable())
        .csrf(csrf -> csrf.requireCsrfProtectionMatcher(Chains::needsToken))
        .httpBasic(basic -> basic.authenticationEntryPoint(door))
        .addFilterBefore(byKey(login, door), BasicAuthenticationFilter.class)
        .exceptionHandling(
            refusal -> refusal.authenticationEntryPoint(door).accessDeniedHandler(door))
        .authorizeHttpRequests(
            request ->
                request.requestMatchers(FIGURES).hasAnyRole(KEEPERS).anyRequest().authenticated())
        .headers(headers -> headers(headers, NOTHING))
        .build();
  }

  /** People. */
  @Bean
  @Order(30)
  SecurityFilterChain pages(
      HttpSecurity http,
      Login login,
      SecurityContextRepository sessions,
      Arrival arrival,
      Farewell farewell,
      Providers providers)
      throws Exception {
    return http.authenticationManager(login)
        .securityContext(context -> context.securityContextRepository(sessions))
        .requestCache(cache -> cache.requestCache(Arrival.wanted(Chains::isPage)))
        .csrf(Customizer.withDefaults())
        .formLogin(
            form ->
                form.loginPage("/login")
                    .successHandler(arrival)
                    .failureHandler(Chains::backToLogin))
        .logout(logout -> logout.addLogoutHandler(farewell).logoutSuccessHandler(farewell))
        .exceptionHandling(refusal -> refusal.accessDeniedHandler(new StaleForm()))
        .authorizeHttpRequests(
            request ->
                request
                    .requestMatchers(OPEN)
                    .permitAll()
                    .requestMatchers("/webjars/bpmn-js/**")
                    .authenticated()
                    .requestMatchers("/webjars/**")
                    .denyAll()
                    .requestMatchers(OF_OPERATORS)
                    .hasAnyRole(KEEPERS)
                    .anyRequest()
                    .authenticated())
        .headers(headers -> headers(headers, OWN_FILES.formatted(providers.exits())))
        .build();
  }

  /**
   * Whether it is a page that a person wants to see, and to come back to after the login: not what
   * a script fetches for a page, such as the form of a task, nor what a page is made of.
   */
  private static boolean isPage(HttpServletRequest request) {
    String wanted = request.getHeader(HttpHeaders.ACCEPT);
    String place = request.getHeader("Sec-Fetch-Dest");
    return request.getMethod().equals("GET")
        && (wanted == null || wanted.contains(MediaType.TEXT_HTML_VALUE))
        && (place == null || place.equals("document"))
        && !request.getServletPath().startsWith("/tasks/");
  }

  static void headers(HeadersConfigurer<HttpSecurity> headers, String contents) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(contents))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
  }

  private static AuthenticationFilter byKey(Login login, ApiDoor door) {
    AuthenticationFilter filter = new AuthenticationFilter(login, Chains::key);
    filter.setSuccessHandler((request, response, who) -> {});
    var failure = new AuthenticationEntryPointFailureHandler(door);
    // A provider that does not answer is told like any other reason.
    failure.setRethrowAuthenticationServiceException(false);
    filter.setFailureHandler(failure);
    return filter;
  }

  private static @Nullable Authentication key(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    boolean bearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return bearer
        ? Login.claim(
            header.substring(BEARER.length()).strip(), new WebAuthenticationDetails(request))
        : null;
  }

  /**
   * A browser sends the session cookie by itself, and a password it was once told at our challenge,
   * too: so a change needs the token when it stands on a session, or comes from another's page.
   */
  private static boolean needsToken(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    boolean foreign = site != null && !OWN_PAGE.contains(site);
    return !SAFE.contains(request.getMethod()) && (foreign || Sessions.carries(request));
  }

  private static void backToLogin(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    String why =
        refusal instanceof TooManyGuesses guesses ? "wait=" + guesses.waitSeconds() : "wrong";
    response.sendRedirect(request.getContextPath() + "/login?" + why);
  }

  /** A form to log in or out whose session has ended meanwhile is shown afresh, not refused. */
  private static final class StaleForm implements AccessDeniedHandler {

    private static final Set<String> FORMS = Set.of("/login", "/logout");
    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

    @Override
    public void handle(
        HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
        throws IOException, ServletException {
      if (refusal instanceof CsrfException && isForm(request)) {
        response.sendRedirect(request.getContextPath() + "/login?again");
      } else {
        others.handle(request, response, refusal);
      }
    }

    private static boolean isForm(HttpServletRequest request) {
      return FORMS.contains(request.getRequestURI().substring(request.getContextPath().length()));
    }
  }
}
