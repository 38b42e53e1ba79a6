package org.chancery.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what people and programs submit (JSON bodies, seed files, forms) into values, and finds
 * <em>all</em> that is wrong at once: unknown fields, malformed values, missing ones.
 */
@Component
public class Reading {

  private static final String FAULTS = "chancery.faults";
  private static final String PREFIX = "chancery.prefix";

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .addHandler(new Collecting())
          .build();
  private final Constraints constraints;

  Reading(Validator validator) {
    this.constraints = new Constraints(validator);
  }

  /**
   * The value in the tree.
   *
   * @throws Refusal with every fault, when there is one
   */
  public <T> T read(JsonNode tree, Class<T> type) {
    List<Fault> faults = new ArrayList<>();
    @Nullable T value = read(tree, type, "", faults);
    if (value == null || !faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return value;
  }

  /**
   * The value in the tree, its faults added to the list; null when nothing could be made of it.
   *
   * @param prefix the pointer of the tree within the whole body
   */
  public <T> @Nullable T read(JsonNode tree, Class<T> type, String prefix, List<Fault> faults) {
    if (!tree.isObject()) {
      faults.add(Fault.at(prefix, "field.object"));
      return null;
    }
    int known = faults.size();
    try {
      @Nullable T value =
          mapper
              .readerFor(type)
              .withAttribute(FAULTS, faults)
              .withAttribute(PREFIX, prefix)
              .readValue(tree);
      if (value != null) {
        constraints.check(value, prefix, faults);
      }
      return value;
    } catch (JsonProcessingException wrong) {
      faults.add(new Fault(prefix + pointer(wrong), Message.of("field.wrong")));
      return null;
    } catch (IOException impossible) {
      throw new IllegalStateException("A tree is read without input", impossible);
    } finally {
      faults.subList(known, faults.size()).sort(java.util.Comparator.comparing(Fault::pointer));
    }
  }

  /** The values of an array, each with its faults; empty when there is none. */
  public <T> List<T> readAll(
      @Nullable JsonNode array, Class<T> type, String prefix, List<Fault> faults) {
    if (array == null || array.isNull()) {
      return List.of();
    }
    if (!array.isArray()) {
      faults.add(Fault.at(prefix, "field.array"));
      return List.of();
    }
    List<T> values = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      @Nullable T value = read(array.get(i), type, prefix + "/" + i, faults);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static String pointer(JsonProcessingException wrong) {
    if (wrong instanceof MismatchedInputException mismatched) {
      return mismatched.getPath().stream()
          .map(step -> "/" + (step.getFieldName() != null ? step.getFieldName() : step.getIndex()))
          .collect(Collectors.joining());
    }
    return "";
  }

  /** Notes each problem and reads on, instead of stopping at the first. */
  private static final class Collecting extends DeserializationProblemHandler {

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        @Nullable JsonDeserializer<?> deserializer,
        Object bean,
        String property)
        throws IOException {
      note(context, parser, Message.of("field.unknown", property));
      parser.skipChildren();
      return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
        DeserializationContext context, Class<?> type, String value, String failure) {
      return noted(context, context.getParser(), ofType(type, value));
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
        DeserializationContext context, Class<?> type, Number value, String failure) {
      return noted(context, context.getParser(), ofType(type, value.toString()));
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
        DeserializationContext context,
        JavaType type,
        JsonToken token,
        JsonParser parser,
        @Nullable String failure)
        throws IOException {
      note(context, parser, ofType(type.getRawClass(), parser.getText()));
      parser.skipChildren();
      return null;
    }

    @Override
    public @Nullable Object handleInstantiationProblem(
        DeserializationContext context,
        Class<?> type,
        @Nullable Object argument,
        Throwable problem) {
      return noted(context, context.getParser(), reason(type, argument, problem));
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
        DeserializationContext context,
        Class<?> type,
        @Nullable ValueInstantiator instantiator,
        JsonParser parser,
        String failure)
        throws IOException {
      note(context, parser, ofType(type, parser.getText()));
      parser.skipChildren();
      return null;
    }

    /** Jackson wraps what a constructor throws. */
    private static Message reason(
        Class<?> type, @Nullable Object argument, @Nullable Throwable problem) {
      if (problem == null) {
        return ofType(type, String.valueOf(argument));
      }
      return problem instanceof InvalidValue invalid
          ? invalid.reason()
          : reason(type, argument, problem.getCause());
    }

    private static Message ofType(Class<?> type, String value) {
      if (type.isEnum()) {
        return Message.of("field.choice", value, choices(type));
      }
      if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
        return Message.of("field.number", value);
      }
      if (Collection.class.isAssignableFrom(type)) {
        return Message.of("field.array");
      }
      return Message.of("field.kind", value);
    }

    private static String choices(Class<?> type) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", "));
    }

    private static @Nullable Object noted(
        DeserializationContext context, JsonParser parser, Message message) {
      note(context, parser, message);
      return null;
    }

    @SuppressWarnings("unchecked") // the attribute is set by Reading alone
    private static void note(DeserializationContext context, JsonParser parser, Message message) {
      String pointer =
          context.getAttribute(PREFIX) + parser.getParsingContext().pathAsPointer().toString();
      List<Fault> faults = (List<Fault>) context.getAttribute(FAULTS);
      if (faults.stream().noneMatch(fault -> fault.pointer().equals(pointer))) {
        faults.add(new Fault(pointer, message));
      }
    }
  }
}
