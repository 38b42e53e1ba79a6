package org.chancery.process.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person of the made-up house, logged in at its task list, who then asks for more. */
final class Person {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String address;

  private Person(int port) {
    this.address = "http://127.0.0.1:" + port;
  }

  static Person nobody(int port) {
    return new Person(port);
  }

  /** Has logged in, and opened a page of the engine, which hands out its token. */
  static Person at(int port, String account, String engine) {
    Person person = new Person(port);
    Matcher token = TOKEN.matcher(person.ask("GET", "/login", "", "text/plain").body());
    if (!token.find()) {
      throw new AssertionError("no login");
    }
    person.ask(
        "POST",
        "/login",
        "username=" + account + "&password=demo&_csrf=" + token.group(1),
        "application/x-www-form-urlencoded");
    person.ask("GET", "/camunda/app/tasklist/" + engine + "/", "", "text/plain");
    return person;
  }

  int status(String method, String path, String body) {
    return ask(method, path, body, "application/json").statusCode();
  }

  HttpResponse<String> ask(String method, String path, String body, String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("X-XSRF-TOKEN", token())
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body));
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private String token() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("none");
  }
}
