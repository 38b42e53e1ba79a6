package org.chancery.process.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.chancery.web.AskedPath;
import org.chancery.web.RepeatableRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what would let a person's query run code in the engine (CVE-2026-109432: an expression in
 * {@code orQueries} is evaluated although expressions are switched off): any property or parameter
 * that ends in {@code Expression}, at any depth, and any {@code orQueries}. What passes is written
 * anew, so the engine reads just what was checked here. A form says texts only, so that the engine
 * never makes an object of what was sent.
 */
final class PlainBodies extends OncePerRequestFilter {

  private static final int LONGEST = 64 * 1024;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !AskedPath.of(request).startsWith("/camunda/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "This is too long.").send(response);
      return;
    }
    Optional<JsonNode> read = read(body);
    if (read.isEmpty() || isForbidden(request, read.get())) {
      Problem.of(HttpStatus.BAD_REQUEST, "The task list may not be asked this.").send(response);
      return;
    }
    byte[] checked = body.length == 0 ? body : JSON.writeValueAsBytes(read.get());
    chain.doFilter(new RepeatableRequest(request, checked), response);
  }

  private static Optional<JsonNode> read(byte[] body) throws IOException {
    try {
      return Optional.of(JSON.readTree(body));
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isForbidden(HttpServletRequest request, JsonNode body) {
    return Collections.list(request.getParameterNames()).stream().anyMatch(PlainBodies::isCode)
        || holdsCode(body)
        || claimsForAnother(request, body)
        || asksForAnothersGroups(request)
        || holdsTypes(body.path("processVariables"))
        || holdsTypes(body.path("taskVariables"))
        || (AskedPath.of(request).endsWith("/submit-form") && !isPlainForm(body));
  }

  /** Whether all that a form says is text: no object, no file, nothing to be deserialized. */
  private static boolean isPlainForm(JsonNode form) {
    return form.path("variables").properties().stream()
        .map(Map.Entry::getValue)
        .allMatch(
            said ->
                !said.path("value").isContainerNode()
                    && said.path("type").asText("String").equals("String")
                    && said.path("valueInfo").isEmpty());
  }

  private static boolean holdsCode(JsonNode node) {
    if (node.isObject() && node.properties().stream().anyMatch(each -> isCode(each.getKey()))) {
      return true;
    }
    for (JsonNode inner : node) {
      if (holdsCode(inner)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCode(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("expression") || lower.equals("orqueries");
  }

  /** Whether a variable is compared with something that would have to be made first. */
  private static boolean holdsTypes(JsonNode compared) {
    return StreamSupport.stream(compared.spliterator(), false)
        .anyMatch(each -> each.path("value").isContainerNode());
  }

  private static boolean asksForAnothersGroups(HttpServletRequest request) {
    return AskedPath.of(request).endsWith("/identity/groups")
        && !String.valueOf(request.getParameter("userId")).equals(request.getRemoteUser());
  }

  private static boolean claimsForAnother(HttpServletRequest request, JsonNode body) {
    return AskedPath.of(request).endsWith("/claim")
        && !body.path("userId").asText().equals(request.getRemoteUser());
  }
}
