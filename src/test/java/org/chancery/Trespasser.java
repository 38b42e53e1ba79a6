package org.chancery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chancery.document.FileFixture;

/** Somebody who knocks at a door, logged in or not, with the session and the token of a page. */
final class Trespasser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String address;
  private final String role;
  private final String account;
  private String token;

  private Trespasser(int port, String role, String account) {
    this.address = "http://localhost:" + port;
    this.role = role;
    this.account = account;
    this.token = token("/login");
  }

  /** Nobody, with a session of its own. */
  static Trespasser anonymous(int port) {
    return new Trespasser(port, "anonymous", "nobody");
  }

  /** The demonstration account in its role. */
  static Trespasser at(int port, String role, String account) {
    Trespasser person = new Trespasser(port, role, account);
    person.knock("POST", "/login", "form username=" + account + "&password=demo");
    person.token = person.token("/me");
    return person;
  }

  String role() {
    return role;
  }

  boolean isAnonymous() {
    return role.equals("anonymous");
  }

  /**
   * What stood behind the door.
   *
   * @param status its status; a way to the login is told as 401
   * @param text all that can be read of it, headers and the insides of files included
   */
  record Seen(int status, String text) {

    /** Whether one was let in, even if what one said did not fit the case. */
    boolean isIn() {
      return status <= 400 || status == 409 || status == 412 || status == 422;
    }

    /** The status, and the beginning of what was said with it. */
    String told() {
      return status + " " + text.substring(text.indexOf('\n') + 1).lines().limit(5).toList();
    }
  }

  Seen knock(String method, String path) {
    return knock(method, path, "");
  }

  /**
   * Knocks with a body: JSON in which single quotes stand for double ones, {@code form a=b&c=d},
   * {@code file a=b&c=d}, which sends a text along, or {@code lines} of such JSON.
   */
  Seen knock(String method, String path, String said) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("X-CSRF-TOKEN", token)
            .header("X-XSRF-TOKEN", xsrf());
    if (method.equals("PATCH")) {
      request.header("If-Match", tag(path));
    }
    HttpResponse<byte[]> answer =
        send(request.method(method, body(said.replace("{me}", account), request)));
    boolean toLogin =
        answer.headers().firstValue("Location").filter(to -> to.endsWith("/login")).isPresent();
    return new Seen(toLogin ? 401 : answer.statusCode(), text(answer));
  }

  private String xsrf() {
    CookieManager cookies = (CookieManager) browser.cookieHandler().orElseThrow();
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(cookie -> cookie.getValue())
        .findFirst()
        .orElse("none");
  }

  private String tag(String path) {
    return send(HttpRequest.newBuilder(URI.create(address + path)))
        .headers()
        .firstValue("ETag")
        .orElse("\"1\"");
  }

  private static BodyPublisher body(String said, HttpRequest.Builder request) {
    if (said.startsWith("form")) {
      request.header("Content-Type", FORM);
      return BodyPublishers.ofString(encoded(said.substring(4).strip()));
    }
    if (said.startsWith("file")) {
      request.header("Content-Type", "multipart/form-data; boundary=line");
      return file(said.substring(4).strip());
    }
    if (said.startsWith("lines")) {
      request.header("Content-Type", "application/x-ndjson");
      return BodyPublishers.ofString(said.substring(5).strip().replace('\'', '"') + "\n");
    }
    if (!said.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return BodyPublishers.ofString(said.replace('\'', '"'));
  }

  private static String encoded(String fields) {
    return Arrays.stream(fields.split("&"))
        .map(field -> field.split("=", 2))
        .filter(pair -> pair.length == 2)
        .map(pair -> encode(pair[0]) + "=" + encode(pair[1]))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static BodyPublisher file(String fields) {
    String part = "--line\r\nContent-Disposition: form-data; name=\"";
    StringBuilder start = new StringBuilder();
    Arrays.stream(fields.split("&"))
        .map(field -> field.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(
            pair -> start.append(part + pair[0] + "\"\r\n\r\n").append(pair[1]).append("\r\n"));
    start.append(part + "file\"; filename=\"text.docx\"\r\n\r\n");
    return BodyPublishers.concat(
        BodyPublishers.ofString(start.toString()),
        BodyPublishers.ofByteArray(FileFixture.docx("One", fields)),
        BodyPublishers.ofString("\r\n--line--\r\n"));
  }

  private String token(String page) {
    String text =
        new String(
            send(HttpRequest.newBuilder(URI.create(address + page))).body(),
            StandardCharsets.UTF_8);
    Matcher token = TOKEN.matcher(text);
    if (!token.find()) {
      throw new AssertionError(role + " finds no form on " + page);
    }
    return token.group(1);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    try {
      return answer.headers().map() + "\n" + text(type, answer.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String text(String type, byte[] body) throws IOException {
    if (type.contains("pdf")) {
      try (PDDocument paper = Loader.loadPDF(body)) {
        return new PDFTextStripper().getText(paper);
      }
    }
    return type.contains("zip") || type.contains("openxml")
        ? unpacked(body)
        : new String(body, StandardCharsets.UTF_8);
  }

  private static String unpacked(byte[] body) throws IOException {
    Path kept = Files.createTempFile("answer", ".zip");
    Files.write(kept, body);
    StringBuilder all = new StringBuilder();
    try (ZipFile zip = new ZipFile(kept.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    } finally {
      Files.delete(kept);
    }
    return all.toString();
  }
}
