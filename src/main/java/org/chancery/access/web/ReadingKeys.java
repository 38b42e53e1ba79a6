package org.chancery.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.chancery.access.Accounts;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever came in with a key that reads only is answered what she asks, and does nothing. */
@Component
class ReadingKeys implements HandlerInterceptor, WebMvcConfigurer {

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final Accounts accounts;

  ReadingKeys(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!READS.contains(request.getMethod()) && accounts.readsOnly()) {
      throw Refusal.of(Kind.FORBIDDEN, "key.readsOnly");
    }
    return true;
  }
}
