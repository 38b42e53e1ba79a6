package org.chancery.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of a tree, part by part, and notes what is wrong with each part instead of stopping
 * at the first. Nothing is bent to fit: a number is no text, a text no number.
 */
final class Binding {

  /** The most items of a list; where fewer are meant, its field says so. */
  static final int MOST_ITEMS = 2_000;

  /**
   * The longest text of a field, for the same reason, and so that no pattern loses itself in it.
   */
  private static final int LONGEST_TEXT = 5_000;

  private final ObjectMapper others;
  private final List<Fault> faults;

  /**
   * @param others makes the values that are neither records nor listed here, such as instants
   * @param faults where faults are noted
   */
  Binding(ObjectMapper others, List<Fault> faults) {
    this.others = others;
    this.faults = faults;
  }

  /** The value of the type; null for null, and when nothing can be made of the tree. */
  @Nullable Object value(JsonNode node, Type type, String at) {
    if (node.isNull() || node.isMissingNode()) {
      return null;
    }
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      return raw(generic).equals(Map.class) ? map(node, of[1], at) : list(node, of[0], at);
    }
    Class<?> plain = raw(type);
    if (plain.isRecord()) {
      Shape shape = Shape.of(plain);
      return shape.wraps() ? wrapped(node, shape, at) : object(node, shape, at);
    }
    return plain.isEnum() ? choice(node, plain, at) : scalar(node, plain, at);
  }

  private @Nullable Object object(JsonNode node, Shape shape, String at) {
    if (!node.isObject()) {
      return wrong(at, "field.object");
    }
    int known = faults.size();
    List<@Nullable Object> values = new ArrayList<>();
    shape
        .parts()
        .forEach(
            (name, type) -> values.add(value(node.path(name), type, at + "/" + escaped(name))));
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!shape.parts().containsKey(name)) {
                wrong(at + "/" + escaped(name), "field.unknown", name);
              }
            });
    return made(shape, values, at, known);
  }

  private @Nullable Object wrapped(JsonNode node, Shape shape, String at) {
    int known = faults.size();
    Type only = shape.parts().values().iterator().next();
    @Nullable Object value = value(node, only, at);
    return faults.size() > known ? null : made(shape, Collections.singletonList(value), at, known);
  }

  /** The record of the parts; one that checks itself may refuse them. */
  private @Nullable Object made(Shape shape, List<@Nullable Object> parts, String at, int known) {
    try {
      return shape.constructor().newInstance(parts.toArray());
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof InvalidValue invalid) {
        faults.add(new Fault(at, invalid.reason()));
      } else if (faults.size() == known) {
        wrong(at, "field.wrong");
      }
      return null;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("Any constructor of a record may be called", impossible);
    }
  }

  private @Nullable Object map(JsonNode node, Type of, String at) {
    if (!node.isObject()) {
      return wrong(at, "field.object");
    }
    if (node.size() > MOST_ITEMS) {
      return wrong(at, "field.size", 0, MOST_ITEMS);
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    node.properties()
        .forEach(
            each ->
                values.put(
                    each.getKey(), value(each.getValue(), of, at + "/" + escaped(each.getKey()))));
    return values;
  }

  private @Nullable Collection<@Nullable Object> list(JsonNode node, Type of, String at) {
    if (!node.isArray()) {
      wrong(at, "field.array");
      return null;
    }
    if (node.size() > MOST_ITEMS) {
      wrong(at, "field.size", 0, MOST_ITEMS);
      return null;
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (JsonNode each : node) {
      values.add(value(each, of, at + "/" + values.size()));
    }
    return Collections.unmodifiableList(values);
  }

  private @Nullable Object choice(JsonNode node, Class<?> type, String at) {
    for (Object choice : type.getEnumConstants()) {
      if (node.isTextual() && ((Enum<?>) choice).name().equals(node.textValue())) {
        return choice;
      }
    }
    return wrong(at, "field.choice", node.asText(), OneOf.all(type));
  }

  private @Nullable Object scalar(JsonNode node, Class<?> type, String at) {
    if (node.isTextual() && node.textValue().length() > LONGEST_TEXT) {
      return wrong(at, "field.size", 0, LONGEST_TEXT);
    }
    if (type.equals(String.class)) {
      return isStorable(node) ? node.textValue() : wrong(at, "field.text");
    }
    if (type.equals(Boolean.class) || type.equals(boolean.class)) {
      return node.isBoolean() ? node.booleanValue() : wrong(at, "field.boolean");
    }
    if (type.equals(Integer.class) || type.equals(int.class)) {
      return isInt(node) ? node.intValue() : wrong(at, "field.integer");
    }
    if (type.equals(BigDecimal.class)) {
      boolean finite = node.isNumber() && Double.isFinite(node.doubleValue());
      return finite ? node.decimalValue() : wrong(at, "field.number", node.asText());
    }
    return other(node, type, at);
  }

  private @Nullable Object other(JsonNode node, Class<?> type, String at) {
    try {
      return others.treeToValue(node, type);
    } catch (JsonProcessingException malformed) {
      return wrong(at, "field.kind", node.asText());
    }
  }

  /** Text that every database can hold: PostgreSQL knows no zero character. */
  private static boolean isStorable(JsonNode node) {
    return node.isTextual() && node.textValue().indexOf('\0') < 0;
  }

  private static boolean isInt(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt();
  }

  private @Nullable Object wrong(String at, String code, @Nullable Object... arguments) {
    faults.add(Fault.at(at, code, arguments));
    return null;
  }

  /** RFC 6901, section 3. */
  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  /**
   * What a record is made of; each kind is looked at once.
   *
   * @param parts the type of each by its name in JSON, in their order
   * @param wraps whether it stands in JSON as its only part does
   */
  private record Shape(Constructor<?> constructor, Map<String, Type> parts, boolean wraps) {

    private static final ClassValue<Shape> ALL =
        new ClassValue<>() {
          @Override
          protected Shape computeValue(Class<?> type) {
            return read(type);
          }
        };

    static Shape of(Class<?> type) {
      return ALL.get(type);
    }

    private static Shape read(Class<?> type) {
      RecordComponent[] all = type.getRecordComponents();
      Map<String, Type> parts = new LinkedHashMap<>();
      Arrays.stream(all).forEach(part -> parts.put(name(part), part.getGenericType()));
      boolean wraps = all.length == 1 && all[0].getAccessor().isAnnotationPresent(JsonValue.class);
      return new Shape(constructor(type, all), Collections.unmodifiableMap(parts), wraps);
    }

    private static String name(RecordComponent part) {
      JsonProperty stated = part.getAccessor().getAnnotation(JsonProperty.class);
      return stated == null ? part.getName() : stated.value();
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] parts) {
      try {
        Constructor<?> constructor =
            type.getDeclaredConstructor(
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor;
      } catch (NoSuchMethodException impossible) {
        throw new IllegalStateException("A record has a constructor of its parts", impossible);
      }
    }
  }
}
