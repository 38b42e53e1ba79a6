package org.chancery.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.chancery.access.Accounts;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.chancery.web.StoresNothing;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
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
    if (!reads(request, handler) && accounts.readsOnly()) {
      throw Refusal.of(Kind.FORBIDDEN, "key.readsOnly");
    }
    return true;
  }

  private static boolean reads(HttpServletRequest request, Object handler) {
    return READS.contains(request.getMethod())
        || (handler instanceof HandlerMethod method
            && method.hasMethodAnnotation(StoresNothing.class));
  }
}
