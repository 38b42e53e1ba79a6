package org.chancery.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Works on so many requests at once, and has as many wait for a moment. Whoever finds no place is
 * told to come again, before anything is begun: work for which nobody waits any more would only
 * keep the others from theirs. Who asks how the house is needs no place; nor does who brings a
 * file, or is being sent one, which takes the time of a line and not of the house.
 */
final class Crowd extends OncePerRequestFilter {

  /** Under which a request has its place. */
  static final String PLACE = Crowd.class.getName();

  /** So many wait for each place: it is free again within some tens of milliseconds. */
  private static final int WAITING = 4;

  private final Semaphore places;
  private final Semaphore line;
  private final Duration patience;
  private final Rebuff rebuff;

  /**
   * @param most how many at once; four times as many wait
   * @param patience how long one waits for a place
   */
  Crowd(int most, Duration patience, Rebuff rebuff) {
    this.places = new Semaphore(most, true);
    this.line = new Semaphore(WAITING * most);
    this.patience = patience;
    this.rebuff = rebuff;
  }

  /** A place, which is left once. */
  static final class Place {

    private final AtomicBoolean taken = new AtomicBoolean(true);
    private final Semaphore places;

    private Place(Semaphore places) {
      this.places = places;
    }

    void leave() {
      if (taken.compareAndSet(true, false)) {
        places.release();
      }
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!findsAPlace()) {
      rebuff.busy(request, response);
      return;
    }
    Place place = new Place(places);
    request.setAttribute(PLACE, place);
    try {
      chain.doFilter(request, response);
    } finally {
      place.leave();
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return AskedPath.of(request).startsWith("/actuator/health") || Uploads.brings(request);
  }

  private boolean findsAPlace() {
    if (places.tryAcquire()) {
      return true;
    }
    if (!line.tryAcquire()) {
      return false;
    }
    try {
      return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      line.release();
    }
  }
}
