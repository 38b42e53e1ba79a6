package org.chancery.seed;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.instrument.Opening;
import org.chancery.web.Problems;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;

/**
 * One file of {@code seeds/}: a case in YAML, read like a body of the API.
 *
 * @param name the name of the file
 * @param tree what it says
 * @param lines the line of each place in it, by JSON pointer
 */
record SeedFile(String name, JsonNode tree, Map<String, Integer> lines) {

  private static final YAMLMapper YAML = new YAMLMapper();

  /**
   * @throws MalformedSeed when it is no YAML
   */
  static SeedFile read(String name, byte[] text) throws IOException {
    try {
      return new SeedFile(name, YAML.readTree(text), lines(text));
    } catch (JsonParseException broken) {
      throw new MalformedSeed(name, broken.getLocation().getLineNr(), broken.getOriginalMessage());
    }
  }

  /**
   * The case it opens.
   *
   * @throws MalformedSeed when it is wrong, with the line of the first fault
   */
  Opening opening(Reading reading, Problems problems) {
    try {
      return Opening.of(tree, reading);
    } catch (Refusal refusal) {
      throw malformed(refusal, problems);
    }
  }

  /** What was refused, with the line of the first fault. */
  MalformedSeed malformed(Refusal refusal, Problems problems) {
    if (refusal.faults().isEmpty()) {
      return new MalformedSeed(name, 1, problems.text(refusal.detail()));
    }
    Fault first = refusal.faults().get(0);
    String reason = first.pointer() + " " + problems.text(first.message());
    return new MalformedSeed(name, line(first.pointer()), reason);
  }

  /** The slug the file states; the name of a case in seeds. */
  String slug() {
    return tree.path("slug").asText();
  }

  /** The slug of the case it stands under; empty where it names none. */
  String parentSlug() {
    return tree.path("parent").path("slug").asText();
  }

  /** The line of the place, else of what it stands in. */
  private int line(String pointer) {
    for (String place = pointer; !place.isEmpty(); ) {
      Integer line = lines.get(place);
      if (line != null) {
        return line;
      }
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return 1;
  }

  private static Map<String, Integer> lines(byte[] text) throws IOException {
    Map<String, Integer> lines = new TreeMap<>();
    try (JsonParser parser = new YAMLFactory().createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String place = parser.getParsingContext().pathAsPointer().toString();
        lines.putIfAbsent(place, parser.currentTokenLocation().getLineNr());
      }
    }
    return lines;
  }
}
