package org.chancery.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Checks a value against the constraints its type declares, in the words of our catalogue. A
 * pattern gives an example, or several, as its message.
 */
final class Constraints {

  private static final Map<String, String> CODES =
      Map.of(
          "NotNull", "field.required",
          "NotBlank", "field.required",
          "NotEmpty", "field.empty",
          "Size", "field.size",
          "Pattern", "field.pattern",
          "Language", "field.language",
          "Min", "field.least",
          "DecimalMin", "field.least",
          "DecimalMax", "field.most");

  private final Validator validator;

  Constraints(Validator validator) {
    this.validator = validator;
  }

  /** Adds a fault for each constraint the value breaks at a place that has no fault yet. */
  void check(Object value, String prefix, List<Fault> faults) {
    for (ConstraintViolation<Object> violation : validator.validate(value)) {
      String pointer = prefix + pointer(violation.getPropertyPath());
      if (faults.stream().noneMatch(fault -> isAtOrBelow(fault.pointer(), pointer))) {
        faults.add(new Fault(pointer, message(violation)));
      }
    }
  }

  private static boolean isAtOrBelow(String pointer, String place) {
    return pointer.equals(place) || pointer.startsWith(place + "/");
  }

  private static Message message(ConstraintViolation<?> violation) {
    var descriptor = violation.getConstraintDescriptor();
    String constraint = descriptor.getAnnotation().annotationType().getSimpleName();
    @Nullable String code = CODES.get(constraint);
    if (code == null) {
      return Message.of("field.wrong");
    }
    Map<String, Object> limits = descriptor.getAttributes();
    return switch (constraint) {
      case "Size" -> Message.of(code, limits.get("min"), limits.get("max"));
      case "Pattern" -> Message.of(code, violation.getMessageTemplate());
      case "Min", "DecimalMin", "DecimalMax" -> Message.of(code, limits.get("value"));
      default -> Message.of(code);
    };
  }

  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(node.getName());
      }
    }
    return pointer.toString();
  }
}
