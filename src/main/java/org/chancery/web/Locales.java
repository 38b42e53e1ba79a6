package org.chancery.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The reader's language: the one she asks for in the address ({@code ?lang=az}), which a cookie
 * then remembers; else, on a page, the one she has chosen for good; else her browser's; else
 * English.
 */
@Configuration(proxyBeanMethods = false)
public class Locales implements WebMvcConfigurer {

  /**
   * The languages that the catalogues in {@code messages/} speak; the first is the fallback. Arabic
   * is written with the digits that dates, references and acts are written with everywhere.
   */
  public static final List<Locale> SPOKEN =
      List.of(
          Locale.ENGLISH,
          Locale.forLanguageTag("az"),
          Locale.forLanguageTag("kk"),
          Locale.forLanguageTag("ru"),
          Locale.forLanguageTag("tr"),
          Locale.forLanguageTag("uz"),
          Locale.forLanguageTag("ar-u-nu-latn"));

  private static final Set<String> FROM_THE_RIGHT = Set.of("ar", "fa", "he", "ur", "ps", "ug");

  static final String NAME = "lang";

  /** The name of a language in that language, as it stands at the head of a page. */
  public static String ownName(Locale language) {
    String name = language.getDisplayLanguage(language);
    return name.substring(0, 1).toUpperCase(language) + name.substring(1);
  }

  /** Whether the language is written from right to left. */
  public static boolean isRightToLeft(Locale locale) {
    return locale.getLanguage().equals("ar");
  }

  /** Whether the language with the code (ISO 639-1) is written from right to left. */
  public static boolean isRightToLeft(String code) {
    return FROM_THE_RIGHT.contains(code);
  }

  @Bean
  LocaleResolver localeResolver(ObjectProvider<PreferredLanguage> chosen) {
    return new Asked(chosen);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Remembering());
  }

  /** The language with the code (ISO 639-1), if the house speaks it. */
  public static Optional<Locale> spoken(@Nullable String language) {
    return SPOKEN.stream().filter(locale -> locale.getLanguage().equals(language)).findFirst();
  }

  private record Asked(ObjectProvider<PreferredLanguage> chosen) implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
      return spoken(request.getParameter(NAME))
          .or(
              () ->
                  cookies(request)
                      .flatMap(cookie -> spoken(cookie.getValue()).stream())
                      .findFirst())
          .or(() -> isPage(request) ? ofAccount() : Optional.empty())
          .or(() -> preferred(request))
          .orElse(SPOKEN.get(0));
    }

    /** A program says in each call which language it wants. */
    private static boolean isPage(HttpServletRequest request) {
      return !request.getServletPath().startsWith("/api/");
    }

    private Optional<Locale> ofAccount() {
      return chosen.stream().flatMap(each -> each.preferred().stream()).findFirst();
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
      Cookie @Nullable [] cookies = request.getCookies();
      return cookies == null
          ? Stream.empty()
          : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(NAME));
    }

    private static Optional<Locale> preferred(HttpServletRequest request) {
      String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
      if (accepted == null) {
        return Optional.empty();
      }
      return java.util.Collections.list(request.getLocales()).stream()
          .flatMap(locale -> spoken(locale.getLanguage()).stream())
          .findFirst();
    }

    @Override
    public void setLocale(
        HttpServletRequest request,
        @Nullable HttpServletResponse response,
        @Nullable Locale locale) {
      throw new UnsupportedOperationException("The language is set by the address");
    }
  }

  /** Keeps a language that was asked for in the address. */
  public static void remember(HttpServletRequest request, HttpServletResponse response) {
    spoken(request.getParameter(NAME))
        .map(locale -> cookie(request, locale))
        .ifPresent(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString()));
  }

  /** Keeps the language that she has chosen for good, over one that she once asked for. */
  public static void remember(
      Locale chosen, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, chosen).toString());
  }

  private static ResponseCookie cookie(HttpServletRequest request, Locale locale) {
    return ResponseCookie.from(NAME, locale.getLanguage())
        .path(request.getContextPath() + "/")
        .maxAge(Duration.ofDays(365))
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .build();
  }

  private static final class Remembering implements HandlerInterceptor {

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      remember(request, response);
      return true;
    }
  }
}
