package org.chancery.process.web;

import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.chancery.process.Cases;
import org.chancery.process.Processes;
import org.chancery.process.ShownTasks;
import org.chancery.process.Words;
import org.chancery.web.AskedPath;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The gate before everything below {@code /camunda}: whoever has logged in may make the calls that
 * the task list makes, and nobody may make any other. The engine's own filter behind it lets
 * through what it does not know, so it does not count.
 */
@Configuration(proxyBeanMethods = false)
class Gate {

  private static final Set<String> ENTRANCES =
      Set.of(
          "/camunda",
          "/camunda/",
          "/camunda/app",
          "/camunda/app/",
          "/camunda/app/tasklist",
          "/camunda/app/welcome",
          "/camunda/app/welcome/");
  private static final RequestMatcher IS_ENTRANCE =
      request -> request.getMethod().equals("GET") && ENTRANCES.contains(AskedPath.of(request));
  private static final RequestMatcher IS_HERE =
      request -> (AskedPath.of(request) + "/").startsWith("/camunda/");
  private static final RequestMatcher IS_CALL =
      request -> AskedPath.of(request).startsWith("/camunda/api/");

  /** The token of the engine's pages, which only a script of their own can send. */
  private static final RequestMatcher IS_LOGOUT =
      request ->
          request.getMethod().equals("POST")
              && AskedPath.of(request).matches("/camunda/api/admin/auth/user/[a-zA-Z0-9]+/logout")
              && request.getHeader("X-XSRF-TOKEN") != null;

  @Bean
  @Order(10)
  SecurityFilterChain tasklist(
      HttpSecurity http,
      SecurityContextRepository sessions,
      MessageSource messages,
      LocaleResolver locales,
      Words words,
      ShownTasks tasks,
      Processes processes,
      Cases cases)
      throws Exception {
    HttpSessionRequestCache wanted = new HttpSessionRequestCache();
    wanted.setMatchingRequestParameterName(null);
    wanted.setRequestMatcher(request -> !IS_CALL.matches(request));
    return http.securityMatcher(IS_HERE)
        .securityContext(context -> context.securityContextRepository(sessions))
        .requestCache(cache -> cache.requestCache(wanted))
        .csrf(csrf -> csrf.disable())
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(IS_LOGOUT)
                    .logoutSuccessHandler(
                        new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
        .exceptionHandling(Gate::refusals)
        .headers(Gate::headers)
        .authorizeHttpRequests(
            request ->
                request
                    .requestMatchers(IS_ENTRANCE, new AllowedCalls())
                    .authenticated()
                    .anyRequest()
                    .denyAll())
        .addFilterAfter(new Entrance(IS_ENTRANCE), AuthorizationFilter.class)
        .addFilterAfter(new Moved(processes), Entrance.class)
        .addFilterAfter(new PlainAnswers(messages, locales, words), Moved.class)
        .addFilterAfter(new PlainBodies(), PlainAnswers.class)
        .addFilterAfter(new TasksInSight(processes, cases), PlainBodies.class)
        .addFilterAfter(new Interpreter(locales, words, tasks), TasksInSight.class)
        .build();
  }

  private static void refusals(ExceptionHandlingConfigurer<HttpSecurity> refusals) {
    refusals
        .defaultAuthenticationEntryPointFor(
            new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), IS_CALL)
        .defaultAuthenticationEntryPointFor(
            new LoginUrlAuthenticationEntryPoint("/login"), request -> true)
        .accessDeniedHandler((request, response, refusal) -> response.setStatus(403));
  }

  /** The engine's pages bring their own policy for contents; their scripts may be kept. */
  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers.cacheControl(cache -> cache.disable());
  }

  /** Behind the gate, before the filters of the engine's pages, which come last. */
  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> signedIn() {
    var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
    filter.addInitParameter("authentication-provider", SignedIn.class.getName());
    filter.addUrlPatterns("/camunda/*");
    filter.setOrder(0);
    return filter;
  }

  /** Before all who judge by the path, behind what every answer says. */
  @Bean
  FilterRegistrationBean<StraightPaths> straightPaths() {
    var filter = new FilterRegistrationBean<>(new StraightPaths());
    filter.addUrlPatterns("/camunda/*");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return filter;
  }
}
