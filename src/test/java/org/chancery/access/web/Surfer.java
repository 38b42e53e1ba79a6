package org.chancery.access.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a window: keeps cookies, follows where it is led, and remembers the way. */
public final class Surfer {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final int FAR_TOO_FAR = 15;

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final List<URI> way = new ArrayList<>();

  /** The addresses it was led to since it last set out, in order. */
  public List<URI> way() {
    return List.copyOf(way);
  }

  /** Goes there and wherever that leads. */
  public HttpResponse<String> go(String address) {
    way.clear();
    return follow(send(HttpRequest.newBuilder(URI.create(address)).GET()));
  }

  /** Goes there and no further. */
  public HttpResponse<String> look(String address, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).GET();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Sends the form of the page, and goes wherever that leads. */
  public HttpResponse<String> submit(HttpResponse<String> page, String action, String... fields) {
    way.clear();
    return follow(post(page, action, fields));
  }

  /** Sends the form of the page, and goes no further. */
  public HttpResponse<String> post(HttpResponse<String> page, String action, String... fields) {
    Matcher token = TOKEN.matcher(page.body());
    if (!token.find()) {
      throw new AssertionError("no form on " + page.uri() + ": " + page.body());
    }
    StringBuilder form = new StringBuilder("_csrf=" + encoded(token.group(1)));
    for (int i = 0; i < fields.length; i += 2) {
      form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
    }
    return send(
        HttpRequest.newBuilder(page.uri().resolve(action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.toString())));
  }

  /** Sends a change as a foreign page would have it sent: with the cookies, without the token. */
  public HttpResponse<String> change(
      String method, String address, String type, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** The value of a cookie it was given. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> follow(HttpResponse<String> answer) {
    HttpResponse<String> here = answer;
    while (here.statusCode() / 100 == 3) {
      URI next = here.uri().resolve(here.headers().firstValue("Location").orElseThrow());
      way.add(next);
      if (way.size() > FAR_TOO_FAR) {
        throw new AssertionError("led in circles: " + way);
      }
      here = send(HttpRequest.newBuilder(next).GET());
    }
    return here;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.header("Accept", "text/html,*/*").build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
