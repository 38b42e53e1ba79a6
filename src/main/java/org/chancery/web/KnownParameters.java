package org.chancery.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A program that misspells a parameter is told so, and which there are: the answer would otherwise
 * be one to another question, and nobody would know. What each call takes is what it declares, to
 * Spring or to those who make clients. People's pages go on without what they do not know.
 */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

  private final Map<Method, Set<String>> ofCalls = new ConcurrentHashMap<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getQueryString() != null && handler instanceof HandlerMethod call) {
      Set<String> known = ofCalls.computeIfAbsent(call.getMethod(), method -> known(call));
      asked(request).stream()
          .filter(name -> !known.contains(name))
          .findFirst()
          .ifPresent(name -> refuse(name, known));
    }
    return true;
  }

  private static void refuse(String name, Set<String> known) {
    throw Refusal.parameter(name, Message.of("parameter.unknown", name, String.join(", ", known)));
  }

  /** Of the address alone: what a form says is no parameter of the call. */
  private static Set<String> asked(HttpServletRequest request) {
    return UriComponentsBuilder.newInstance()
        .query(request.getQueryString())
        .build()
        .getQueryParams()
        .keySet();
  }

  private static Set<String> known(HandlerMethod call) {
    Set<String> known = new TreeSet<>(Set.of(Locales.NAME));
    AnnotatedElementUtils.getMergedRepeatableAnnotations(
            call.getMethod(), Parameter.class, Parameters.class)
        .stream()
        .filter(each -> each.in() == ParameterIn.QUERY)
        .forEach(each -> known.add(each.name()));
    Arrays.stream(call.getMethodParameters())
        .filter(each -> each.hasParameterAnnotation(RequestParam.class))
        .filter(each -> !Map.class.isAssignableFrom(each.getParameterType()))
        .forEach(each -> known.add(name(each)));
    return known;
  }

  private static String name(MethodParameter parameter) {
    String declared = parameter.getParameterAnnotation(RequestParam.class).name();
    return declared.isEmpty() ? parameter.getParameter().getName() : declared;
  }
}
