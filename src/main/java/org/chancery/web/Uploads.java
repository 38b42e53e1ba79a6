package org.chancery.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartException;

/**
 * How much people and programs may send, how fast, and how often. A file lies on the disk while it
 * comes in, never in memory; one that says beforehand that it is too large is refused before its
 * first byte is read.
 */
@Configuration(proxyBeanMethods = false)
class Uploads {

  /** The largest body that is no upload, in bytes. */
  private static final long LARGEST_FORM = 2 << 20;

  private static final Pattern BOUNDARY =
      Pattern.compile(";\\s*boundary=\"?[^\\s\";]", Pattern.CASE_INSENSITIVE);

  /** The media type of many cases, one in a line. */
  private static final String LINES = "application/x-ndjson";

  /** After the language of the answer is known, before the log-in. */
  private static final int BEFORE_LOGIN = -102;

  /** After what is refused at the door has been, so that it takes nobody's place. */
  private static final int IN_THE_DOOR = BEFORE_LOGIN + 1;

  private static final int AFTER_LOGIN = -50;

  private final DataSize largest;
  private final DataSize largestInLines;

  Uploads(
      @Value("${chancery.documents.max-size}") DataSize largest,
      @Value("${chancery.import.max-size}") DataSize largestInLines) {
    this.largest = largest;
    this.largestInLines = largestInLines;
  }

  /** The most bytes of a body of the media type; whoever reads one of lines counts them too. */
  private long most(@Nullable String type) {
    if (isOf(type, "multipart/")) {
      return largest.toBytes() + 2 * Doorway.BESIDE;
    }
    return isOf(type, LINES) ? largestInLines.toBytes() + Doorway.BESIDE : LARGEST_FORM;
  }

  @Bean
  MultipartConfigElement multipartConfigElement() {
    return new MultipartConfigElement("", largest.toBytes(), largest.toBytes() + Doorway.BESIDE, 0);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> intake() {
    return server -> {
      server.addEngineValves(new Intake(this::most, System::nanoTime));
      server.addContextCustomizers(LastWord::standsAt);
    };
  }

  @Bean
  FilterRegistrationBean<Doorway> doorway(
      @Value("${chancery.rates.address}") int perSecond, Rebuff rebuff) {
    return at(BEFORE_LOGIN, new Doorway(largest, rates(perSecond), rebuff));
  }

  @Bean
  FilterRegistrationBean<Crowd> crowd(
      @Value("${chancery.crowd.most}") int most,
      @Value("${chancery.crowd.patience}") Duration patience,
      Rebuff rebuff) {
    return at(IN_THE_DOOR, new Crowd(most, patience, rebuff));
  }

  @Bean
  FilterRegistrationBean<Turnstile> turnstile(
      @Value("${chancery.rates.account}") int perSecond, Rebuff rebuff) {
    return at(AFTER_LOGIN, new Turnstile(rates(perSecond), rebuff));
  }

  /** To show an error nobody takes apart what was sent. */
  @Bean
  FilterRegistrationBean<Filter> errorsWithoutParts() {
    Filter bodiless =
        (request, response, chain) -> {
          HttpServletRequest http = (HttpServletRequest) request;
          chain.doFilter(isInParts(http) ? new Rebuff.Bodiless(http) : http, response);
        };
    var registration = new FilterRegistrationBean<>(bodiless);
    registration.setOrder(BEFORE_LOGIN);
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.ERROR));
    return registration;
  }

  /** Who has been silent for a while may call as often at once as else in ten seconds. */
  private static Rates rates(int perSecond) {
    return new Rates(perSecond, perSecond * 10.0, System::nanoTime);
  }

  private static <T extends Filter> FilterRegistrationBean<T> at(int order, T filter) {
    FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
    return registration;
  }

  /** Whether the body comes in parts, one of them perhaps a file. */
  static boolean isInParts(HttpServletRequest request) {
    return isOf(request.getContentType(), "multipart/");
  }

  /** Whether it brings a file, or many cases. */
  static boolean brings(HttpServletRequest request) {
    return isInParts(request) || isOf(request.getContentType(), LINES);
  }

  /** Whether parts have heads that cannot be read; whatever else broke them is not the sender's. */
  static boolean areUnreadable(Exception broken) {
    Throwable parts = broken instanceof MultipartException ? broken : broken.getCause();
    return parts instanceof MultipartException
        && parts.getCause() instanceof IllegalArgumentException;
  }

  /** Whether it says what stands between its parts. */
  static boolean hasBoundary(HttpServletRequest request) {
    return BOUNDARY.matcher(String.valueOf(request.getContentType())).find();
  }

  private static boolean isOf(@Nullable String type, String wanted) {
    return type != null && type.regionMatches(true, 0, wanted, 0, wanted.length());
  }
}
