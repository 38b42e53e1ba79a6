package org.chancery.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Works on so many requests at once. Whoever finds no place within a moment is told to come again,
 * before anything is begun: work for which nobody waits any more would only keep the others from
 * theirs. Who asks how the house is gets an answer always.
 */
final class Crowd extends OncePerRequestFilter {

  private final Semaphore places;
  private final Duration patience;
  private final Rebuff rebuff;

  /**
   * @param most how many at once
   * @param patience how long one waits for a place
   */
  Crowd(int most, Duration patience, Rebuff rebuff) {
    this.places = new Semaphore(most, true);
    this.patience = patience;
    this.rebuff = rebuff;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!findsAPlace()) {
      rebuff.busy(request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return AskedPath.of(request).startsWith("/actuator/health");
  }

  private boolean findsAPlace() {
    try {
      return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
