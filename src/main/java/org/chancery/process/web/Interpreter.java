package org.chancery.process.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.chancery.access.Role;
import org.chancery.process.ShownTasks;
import org.chancery.process.Words;
import org.chancery.web.AskedPath;
import org.chancery.web.Locales;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Stands between the engine, which knows one language, and a person who reads another: its page
 * says which language it is in and in which direction that is written, its answers are translated.
 */
final class Interpreter extends OncePerRequestFilter {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PAGE = "/camunda/app/tasklist/[a-zA-Z0-9]+/";
  private static final String ANSWERS =
      "/camunda/api/engine/engine/[^/]+/(task|filter|process-definition)(/.*)?";

  private final LocaleResolver locales;
  private final Words words;
  private final ShownTasks tasks;

  Interpreter(LocaleResolver locales, Words words, ShownTasks tasks) {
    this.locales = locales;
    this.words = words;
    this.tasks = tasks;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !isPage(request) && !AskedPath.of(request).matches(ANSWERS);
  }

  private static boolean isPage(HttpServletRequest request) {
    return AskedPath.of(request).matches(PAGE);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Locale locale = locales.resolveLocale(request);
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    if (answer.getStatus() == HttpServletResponse.SC_OK && isPage(request)) {
      Locales.remember(request, response);
      boolean decides = request.isUserInRole(Role.MANAGER.name());
      say(answer, page(answer.getContentAsByteArray(), locale, decides));
    } else if (answer.getStatus() == HttpServletResponse.SC_OK && isJson(answer)) {
      say(answer, translated(answer.getContentAsByteArray(), locale));
    }
    answer.copyBodyToResponse();
  }

  private static void say(ContentCachingResponseWrapper answer, byte[] said) throws IOException {
    answer.resetBuffer();
    answer.getOutputStream().write(said);
  }

  /**
   * The page with its language, its direction, the languages to choose from, and whether who reads
   * it decides on deadlines.
   */
  private static byte[] page(byte[] page, Locale locale, boolean decides) {
    String html =
        "<html lang=\"%s\" dir=\"%s\" data-languages=\"%s\" data-decides=\"%s\">"
            .formatted(
                locale.getLanguage(),
                Locales.isRightToLeft(locale) ? "rtl" : "ltr",
                String.join(",", Locales.SPOKEN.stream().map(Interpreter::choice).toList()),
                decides);
    return new String(page, StandardCharsets.UTF_8)
        .replaceFirst("<html lang=\"en\">", html)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String choice(Locale language) {
    return language.getLanguage() + "=" + Locales.ownName(language);
  }

  private static boolean isJson(HttpServletResponse answer) {
    String type = answer.getContentType();
    return type != null && MediaType.parseMediaType(type).getSubtype().endsWith("json");
  }

  private byte[] translated(byte[] answer, Locale locale) throws IOException {
    JsonNode said = JSON.readTree(answer);
    new Translation(words, tasks, locale).of(said);
    return JSON.writeValueAsBytes(said);
  }
}
