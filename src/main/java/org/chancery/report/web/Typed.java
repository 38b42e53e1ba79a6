package org.chancery.report.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.chancery.calendar.StatedDate;
import org.chancery.calendar.TypedDate;

/**
 * Makes the body that REST would take out of what was typed into a form whose fields are named by
 * JSON pointers. A field left empty is absent; a row left empty closes up; {@code /*} at the end of
 * a name collects the boxes ticked. A date is read as people write it.
 */
final class Typed {

  private static final String BOXES = "*";
  private static final Pattern INDEX = Pattern.compile("\\d{1,4}");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
  private static final Set<String> NUMBERS =
      Set.of(
          "milestone", "refersTo", "corrects", "count", "weight", "value", "original", "handover");
  private static final Set<String> TRUTHS = Set.of("binding", "derived");
  private static final Set<String> DATES =
      Set.of("on", "for", "due", "planned", "from", "to", "date", "start", "end", "notBefore");
  private static final int DEEPEST = 5;

  private final Map<String, Object> root = level();

  private Typed() {}

  /** The body that the fields stand for. */
  static ObjectNode tree(Map<String, List<String>> fields) {
    Typed typed = new Typed();
    fields.forEach(
        (name, values) -> {
          String[] path = name.split("/", -1);
          if (name.startsWith("/") && path.length <= DEEPEST) {
            values.stream().filter(each -> !each.isBlank()).forEach(each -> typed.put(path, each));
          }
        });
    JsonNode tree = node(typed.root, "");
    return tree instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }

  /** Rows by number, fields by name. */
  private static Map<String, Object> level() {
    return new TreeMap<>(Comparator.comparingInt(String::length).thenComparing(name -> name));
  }

  @SuppressWarnings("unchecked") // a level holds texts and levels alone
  private void put(String[] path, String value) {
    Map<String, Object> place = root;
    for (int i = 1; i < path.length - 1; i++) {
      Object next = place.computeIfAbsent(path[i], name -> level());
      if (!(next instanceof Map)) {
        return;
      }
      place = (Map<String, Object>) next;
    }
    String last = path[path.length - 1];
    place.put(last.equals(BOXES) ? String.valueOf(place.size()) : last, value.strip());
  }

  private static JsonNode node(Object typed, String name) {
    if (!(typed instanceof Map<?, ?> level)) {
      return leaf(typed.toString(), name);
    }
    if (!level.isEmpty() && level.keySet().stream().allMatch(Typed::isIndex)) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      level.values().forEach(each -> array.add(node(each, name)));
      return array;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    level.forEach((key, each) -> object.set(key.toString(), node(each, key.toString())));
    return object;
  }

  private static boolean isIndex(Object name) {
    return INDEX.matcher(name.toString()).matches();
  }

  private static JsonNode leaf(String text, String name) {
    if (TRUTHS.contains(name) && (text.equals("true") || text.equals("false"))) {
      return BooleanNode.valueOf(Boolean.parseBoolean(text));
    }
    if (NUMBERS.contains(name) && WHOLE.matcher(text).matches()) {
      return IntNode.valueOf(Integer.parseInt(text));
    }
    if (NUMBERS.contains(name) && NUMBER.matcher(text).matches()) {
      return DecimalNode.valueOf(new BigDecimal(text));
    }
    return TextNode.valueOf(DATES.contains(name) ? date(text) : text);
  }

  /** In EDTF; what is no date stays as typed, so that the refusal shows it. */
  private static String date(String text) {
    return TypedDate.read(text).map(StatedDate::edtf).orElse(text);
  }
}
