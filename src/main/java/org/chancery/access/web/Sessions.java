package org.chancery.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.chancery.access.Login;
import org.chancery.web.AskedPath;
import org.chancery.web.Outage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Who is logged in by the session cookie, as it stands at each request: with today's roles, and
 * nobody when the account was closed or its password changed. A request that brings credentials of
 * its own is judged by those alone.
 */
final class Sessions extends HttpSessionSecurityContextRepository {

  private final Login login;

  Sessions(Login login) {
    this.login = login;
  }

  /** Whether the request stands on the session cookie. */
  static boolean carries(HttpServletRequest request) {
    var session = request.getSession(false);
    return !bringsCredentials(request)
        && session != null
        && session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) != null;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Renewed(
        bringsCredentials(request) || Outage.isTold(request) || isAlikeForAll(request)
            ? Optional.empty()
            : Optional.of(super.loadDeferredContext(request)),
        login);
  }

  /** Such a thing answers also while the database is away. */
  private static boolean isAlikeForAll(HttpServletRequest request) {
    String path = AskedPath.of(request);
    return Chains.ALIKE.contains(path) || path.startsWith(Chains.SCRIPTS);
  }

  private static boolean bringsCredentials(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  /** Read and renewed when someone asks, once per request. */
  private static final class Renewed implements DeferredSecurityContext {

    private final Optional<DeferredSecurityContext> stored;
    private final Login login;
    private @Nullable SecurityContext context;

    Renewed(Optional<DeferredSecurityContext> stored, Login login) {
      this.stored = stored;
      this.login = login;
    }

    @Override
    public SecurityContext get() {
      SecurityContext known = context;
      if (known == null) {
        known = SecurityContextHolder.createEmptyContext();
        renewed().ifPresent(known::setAuthentication);
        context = known;
      }
      return known;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }

    private Optional<Authentication> renewed() {
      return stored
          .map(DeferredSecurityContext::get)
          .map(SecurityContext::getAuthentication)
          .flatMap(login::renew);
    }
  }
}
