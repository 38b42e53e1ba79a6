package org.chancery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A program that calls the API over HTTP in the name of a demonstration account. */
public record Caller(String address, String account) {

  private static final Pattern NEXT = Pattern.compile("<https?://[^/]+([^>]+)>; rel=\"next\"");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The caller of the server at the port. */
  public static Caller at(int port, String account) {
    return new Caller("http://localhost:" + port, account);
  }

  /** Somebody else at the same server. */
  public Caller as(String other) {
    return new Caller(address, other);
  }

  /**
   * An answer of the server.
   *
   * @param status its status
   * @param body its JSON
   * @param response the whole of it
   */
  public record Answer(int status, JsonNode body, HttpResponse<String> response) {

    /** The header, empty when it is absent. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** Where the next page is; null when this is the last. */
    public @Nullable String next() {
      Matcher next = NEXT.matcher(header("Link"));
      return next.find() ? next.group(1) : null;
    }
  }

  /** Reads. Headers come in pairs of name and value. */
  public Answer get(String path, String... headers) {
    return send(with(request(path), headers).GET());
  }

  /** Writes; single quotes stand for double ones. Headers come in pairs of name and value. */
  public Answer post(String path, String body, String... headers) {
    return send(with(request(path), headers).POST(json(body)));
  }

  /** Writes a body of another media type than JSON. */
  public Answer send(String path, String type, BodyPublisher body, String... headers) {
    return send(with(request(path).setHeader("Content-Type", type), headers).POST(body));
  }

  /** Reads what is no text. */
  public HttpResponse<byte[]> bytes(String path) {
    try {
      return HTTP.send(request(path).GET().build(), BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** The id of the first task of the case that the account may do. */
  public String taskIn(String reference) {
    return all("/api/tasks?limit=200").stream()
        .filter(task -> task.path("reference").asText().equals(reference))
        .map(task -> task.path("id").asText())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no task in " + reference));
  }

  /** The items of all pages of a list, read one after the other. */
  public List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    @Nullable String next = path;
    while (next != null) {
      Answer page = get(next);
      if (page.status() != 200) {
        throw new AssertionError(next + " answered " + page.status() + ": " + page.body());
      }
      page.body().path("items").forEach(items::add);
      next = page.next();
    }
    return items;
  }

  /** Corrects; single quotes stand for double ones. */
  public Answer patch(String path, String body, String... headers) {
    return send(with(request(path), headers).method("PATCH", json(body)));
  }

  /** Takes away. */
  public Answer delete(String path, String... headers) {
    return send(with(request(path), headers).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    String login =
        Base64.getEncoder().encodeToString((account + ":demo").getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Basic " + login)
        .header("Content-Type", "application/json");
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static BodyPublisher json(String body) {
    return BodyPublishers.ofString(body.replace('\'', '"'));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), parsed(response.body()), response);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException noJson) {
      return JSON.missingNode();
    }
  }
}
