package org.chancery;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person with a plain browser, without scripts, who has logged in on the page. */
public final class Guest {

  private static final Pattern TOKEN_OF_SCRIPTS = Pattern.compile("data-token=\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(Redirect.NORMAL)
          .build();
  private final String address;

  private Guest(String address) {
    this.address = address;
  }

  /** The demonstration account at the server at the port. */
  public static Guest at(int port, String account) {
    return at(port, account, "demo");
  }

  /** The account with the password at the server at the port. */
  public static Guest at(int port, String account, String password) {
    Guest guest = new Guest("http://localhost:" + port);
    guest.submit("/login", "/login", "username", account, "password", password);
    return guest;
  }

  /** Somebody who has not logged in. */
  public static Guest unknownAt(int port) {
    return new Guest("http://localhost:" + port);
  }

  /** The page at the address. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
  }

  /** What is at the address, whatever it is. */
  public HttpResponse<String> getAnything(String path) {
    return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "*/*").GET());
  }

  /** The page in the language. */
  public HttpResponse<String> get(String path, String language) {
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Accept-Language", language)
            .GET());
  }

  /** Fills in the form that stands on a page, with pairs of name and value, and follows. */
  public HttpResponse<String> submit(String page, String action, String... fields) {
    Matcher token = TOKEN.matcher(get(page).body());
    if (!token.find()) {
      throw new AssertionError("no form on " + page);
    }
    List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(token.group(1))));
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
    }
    return send(
        HttpRequest.newBuilder(URI.create(address + action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", pairs))));
  }

  /**
   * Sends the form without fields that stands on a page, and keeps the file it is answered with.
   */
  public HttpResponse<byte[]> download(String page, String action) {
    Matcher token = TOKEN.matcher(get(page).body());
    if (!token.find()) {
      throw new AssertionError("no form on " + page);
    }
    return send(
        HttpRequest.newBuilder(URI.create(address + action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("_csrf=" + encoded(token.group(1)))),
        BodyHandlers.ofByteArray());
  }

  /** Puts JSON where a script of the page would, with the page's token. */
  public HttpResponse<String> put(String page, String path, String body) {
    Matcher token = TOKEN_OF_SCRIPTS.matcher(get(page).body());
    if (!token.find()) {
      throw new AssertionError("no token on " + page);
    }
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("X-CSRF-TOKEN", token.group(1))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  /** Fills in the form with a file that stands on a page, and follows. */
  public HttpResponse<String> upload(
      String page, String action, String file, byte[] content, String... fields) {
    Matcher token = TOKEN.matcher(get(page).body());
    if (!token.find()) {
      throw new AssertionError("no form on " + page);
    }
    String line = "--line\r\nContent-Disposition: form-data; name=";
    StringBuilder start = new StringBuilder();
    start.append(line + "\"_csrf\"\r\n\r\n" + token.group(1) + "\r\n");
    for (int i = 0; i < fields.length; i += 2) {
      start.append(line + '"' + fields[i] + "\"\r\n\r\n" + fields[i + 1] + "\r\n");
    }
    start.append(line + "\"file\"; filename=\"" + file + "\"\r\n\r\n");
    return send(
        HttpRequest.newBuilder(URI.create(address + action))
            .header("Content-Type", "multipart/form-data; boundary=line")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(start.toString()),
                    BodyPublishers.ofByteArray(content),
                    BodyPublishers.ofString("\r\n--line--\r\n"))));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return browser.send(request.header("Accept", "text/html").build(), body);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
