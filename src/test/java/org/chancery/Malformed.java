package org.chancery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes requests out of the description of the API, nearly right and then spoilt. */
final class Malformed {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\ud800",
          "\udfff\ud800",
          "\u202e\u2066",
          "'; drop table instrument; --",
          "${7*7}#{7*7}",
          "../../etc/passwd",
          "%00%ff",
          "-1",
          "0",
          "99999999999999999999",
          "1e999",
          "NaN",
          "true",
          "null",
          "\r\nX: y",
          "x".repeat(3_000),
          "\ud83d\ude00".repeat(300),
          "İıſK");
  private static final List<String> DATES =
      List.of(
          "2026-02-30",
          "0000-00-00",
          "-0001-01-01",
          "9999-12-31",
          "99999-01-01",
          "999999999-12-31",
          "Y-99999999999",
          "2026-13",
          "../..",
          "../9999-12-31",
          "2026/1999",
          "XXXX",
          "2026-1X",
          "2024-11~",
          "2026-11-21T25:61:61Z",
          "+1000000000-12-31T23:59:59.999999999Z",
          "-1000000000-01-01T00:00:00Z",
          "9999-12-31T23:59:59Z",
          "P999999999D",
          "P1M1M");
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-16",
          "application/json; charset=none",
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=x",
          "*/*",
          "no type");

  private final JsonNode api;
  private final Random chance;
  private final List<String> references;

  /**
   * A request.
   *
   * @param body its body, a sign for each byte (ISO 8859-1); null for none
   */
  record Request(String method, String path, Map<String, String> headers, @Nullable String body) {}

  /**
   * @param api the description
   * @param references cases that there are
   */
  Malformed(JsonNode api, long seed, List<String> references) {
    this.api = api;
    this.chance = new Random(seed);
    this.references = references;
  }

  /** The nth request: each operation has its turn. */
  Request request(int number) {
    List<String[]> operations = operations();
    String[] operation = operations.get(number % operations.size());
    String method = operation[0];
    JsonNode said = api.path("paths").path(operation[1]).path(method);
    String path = operation[1];
    StringBuilder query = new StringBuilder();
    Map<String, String> headers = new java.util.TreeMap<>();
    for (JsonNode parameter : said.path("parameters")) {
      String name = parameter.path("name").asText();
      String value = parameterValue(name, resolved(parameter.path("schema")));
      switch (parameter.path("in").asText()) {
        case "path" -> path = path.replace("{" + name + "}", encoded(value, true));
        case "header" -> header(headers, name, value);
        default -> query(query, name, value);
      }
    }
    @Nullable String body = null;
    JsonNode content = said.path("requestBody").path("content");
    if (!content.isMissingNode()) {
      String type = content.fieldNames().next();
      headers.put("Content-Type", rarely() ? pick(TYPES) : type);
      byte[] bytes = body(resolved(content.path(type).path("schema")), type);
      body = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return new Request(method.toUpperCase(java.util.Locale.ROOT), path + query, headers, body);
  }

  int operationCount() {
    return operations().size();
  }

  private List<String[]> operations() {
    List<String[]> all = new ArrayList<>();
    api.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> all.add(new String[] {method, path.getKey()})));
    return all;
  }

  private void query(StringBuilder query, String name, String value) {
    if (chance.nextInt(4) == 0) {
      query.append(query.isEmpty() ? "?" : "&").append(name).append('=');
      query.append(encoded(value, false));
    }
  }

  private void header(Map<String, String> headers, String name, String value) {
    if (chance.nextBoolean()) {
      headers.put(name, value.replaceAll("[^\\x20-\\x7e]", "?").strip());
    }
  }

  private String parameterValue(String name, JsonNode schema) {
    if (name.equals("reference") && !rarely()) {
      return pick(references);
    }
    if (schema.path("type").asText().equals("integer") && chance.nextInt(3) > 0) {
      return String.valueOf(pick(List.of(1, 2, 0, -1, 3, Integer.MAX_VALUE, 2025)));
    }
    JsonNode value = value(schema.isMissingNode() ? JSON.objectNode() : schema, 0);
    return value.isValueNode() ? value.asText() : odd();
  }

  private byte[] body(JsonNode schema, String type) {
    if (type.startsWith("multipart/")) {
      String parts =
          "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(odd(), odd())
              + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\nA\r\n"
                  .formatted(odd());
      return bytes(rarely() ? parts : parts + "--x--\r\n");
    }
    String text = value(schema, 0).toString();
    return switch (chance.nextInt(20)) {
      case 0 -> bytes(text.substring(0, text.length() / 2));
      case 1 -> bytes(text + text);
      case 2 -> bytes(text.replaceFirst("\\{", "{\"on\":1,\"on\":2,"));
      case 3 -> text.getBytes(StandardCharsets.UTF_16);
      case 4 -> new byte[] {(byte) 0xc3, 0x28, '{', (byte) 0xff, '}'};
      case 5 -> new byte[0];
      case 6 -> bytes("[".repeat(2_000));
      default -> bytes(text);
    };
  }

  /** A value that is mostly what the schema asks for. */
  private JsonNode value(JsonNode schema, int depth) {
    if (chance.nextInt(12) == 0 || depth > 6) {
      return wrong();
    }
    JsonNode choices = schema.path("enum");
    if (!choices.isEmpty()) {
      return choices.get(chance.nextInt(choices.size()));
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema, depth);
      case "array" -> array(resolved(schema.path("items")), depth);
      case "integer", "number" -> JSON.numberNode(chance.nextInt(5) - 1);
      case "boolean" -> JSON.booleanNode(chance.nextBoolean());
      default -> TextNode.valueOf(text());
    };
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              boolean required =
                  schema.path("required").toString().contains('"' + field.getKey() + '"');
              if (required ? !rarely() : chance.nextInt(3) == 0) {
                object.set(field.getKey(), value(resolved(field.getValue()), depth + 1));
              }
            });
    if (schema.has("additionalProperties")) {
      object.put("en", text());
      object.put(pick(List.of("az", "ru", "xx", odd())), text());
    }
    if (rarely()) {
      object.set(odd(), wrong());
    }
    return object;
  }

  private ArrayNode array(JsonNode items, int depth) {
    ArrayNode array = JSON.arrayNode();
    for (int count = chance.nextInt(4); count > 0; count--) {
      array.add(value(items, depth + 1));
    }
    return array;
  }

  private JsonNode wrong() {
    return pick(
        List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(-1),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(new BigDecimal("1E+400")),
            JSON.numberNode(0.1),
            JSON.arrayNode(),
            JSON.arrayNode().addNull(),
            JSON.objectNode(),
            TextNode.valueOf(odd())));
  }

  private String text() {
    return switch (chance.nextInt(6)) {
      case 0 -> odd();
      case 1 -> pick(DATES);
      case 2 -> "2026-11-%02d".formatted(1 + chance.nextInt(28));
      case 3 -> pick(List.of("AZ", "KZ", "TR", "UN"));
      case 4 -> pick(List.of("mddt", "mfa", "energy", "turnover", "P30D"));
      default -> pick(List.of("A text", "en", "2026", "../2026-12-31", "4321"));
    };
  }

  private String odd() {
    return pick(chance.nextInt(3) == 0 ? DATES : ODD);
  }

  private boolean rarely() {
    return chance.nextInt(15) == 0;
  }

  private <T> T pick(List<T> all) {
    return all.get(chance.nextInt(all.size()));
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty() ? schema : api.at(reference.substring(1));
  }

  private static String encoded(String value, boolean isPart) {
    if (value.equals("\ud800")) {
      return "%ED%A0%80";
    }
    String form = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    return isPart && form.isEmpty() ? "%20" : form;
  }

  private static byte[] bytes(String text) {
    return text.replace("\ud800", "\\ud800").getBytes(StandardCharsets.UTF_8);
  }
}
