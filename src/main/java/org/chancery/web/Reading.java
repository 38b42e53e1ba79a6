package org.chancery.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what people and programs submit (JSON bodies, seed files, forms) into records, and finds
 * <em>all</em> that is wrong at once: unknown fields, malformed values, missing ones.
 */
@Component
public class Reading {

  private final ObjectMapper others = JsonMapper.builder().addModule(new JavaTimeModule()).build();
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
    return read(tree, type, "");
  }

  /**
   * The value in a tree that stands somewhere in a body.
   *
   * @param at where it stands
   * @throws Refusal with every fault, when there is one
   */
  public <T> T read(JsonNode tree, Class<T> type, String at) {
    List<Fault> faults = new ArrayList<>();
    @Nullable T value = read(tree, type, at, faults);
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
    List<Fault> found = new ArrayList<>();
    @Nullable T value = type.cast(new Binding(others, found).value(tree, type, prefix));
    if (value != null) {
      constraints.check(value, prefix, found);
    }
    found.sort(Comparator.comparing(Fault::pointer));
    faults.addAll(found);
    return value;
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
    if (array.size() > Binding.MOST_ITEMS) {
      faults.add(Fault.at(prefix, "field.size", 0, Binding.MOST_ITEMS));
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
}
