package org.chancery.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How large what people and programs send may be. A file lies on the disk while it comes in, never
 * in memory; one that says beforehand that it is too large is refused before its first byte is
 * read.
 */
@Configuration(proxyBeanMethods = false)
class Uploads {

  /** What a form may say beside the file it sends, in bytes. */
  private static final long BESIDE = 1 << 20;

  private final DataSize largest;

  Uploads(@Value("${chancery.documents.max-size}") DataSize largest) {
    this.largest = largest;
  }

  @Bean
  MultipartConfigElement multipartConfigElement() {
    return new MultipartConfigElement("", largest.toBytes(), largest.toBytes() + BESIDE, 0);
  }

  /** Stands before the log-in, which looks for its token in what is sent. */
  @Bean
  FilterRegistrationBean<OncePerRequestFilter> largestUpload(Idempotency answers) {
    var filter =
        new FilterRegistrationBean<OncePerRequestFilter>(
            new AtTheDoor(largest.toBytes() + BESIDE, largest.toMegabytes(), answers));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
    return filter;
  }

  /** Whether the body comes in parts, one of them perhaps a file. */
  static boolean isInParts(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
  }

  private static final class AtTheDoor extends OncePerRequestFilter {

    private final long most;
    private final long megabytes;
    private final Idempotency answers;

    AtTheDoor(long most, long megabytes, Idempotency answers) {
      this.most = most;
      this.megabytes = megabytes;
      this.answers = answers;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      if (!isInParts(request) || request.getContentLengthLong() <= most) {
        chain.doFilter(request, response);
      } else if (request.getRequestURI().startsWith("/api/")) {
        answers.refuse(response, Refusal.of(Kind.TOO_LARGE, "upload.large", megabytes));
      } else {
        request.setAttribute(
            RequestDispatcher.ERROR_STATUS_CODE, HttpStatus.PAYLOAD_TOO_LARGE.value());
        Bodiless bodiless = new Bodiless(request);
        bodiless.getRequestDispatcher("/error").forward(bodiless, response);
      }
    }
  }

  /** The request without what was sent with it, so that nobody reads that to show an error. */
  private static final class Bodiless extends HttpServletRequestWrapper {

    Bodiless(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return HttpMethod.GET.name();
    }

    @Override
    public @Nullable String getContentType() {
      return null;
    }
  }
}
