package org.chancery.report.web;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.chancery.web.Message;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was filled in, and what is wrong with it. A field's name is the JSON pointer of its
 * place in the body that REST would take, so its faults find it by themselves.
 *
 * @param tree the body it stands for
 * @param faults what is wrong, and where
 * @param refusal what is wrong with it as a whole; null while nothing is
 */
public record Form(ObjectNode tree, List<Fault> faults, @Nullable Message refusal) {

  /** The form as it is first shown. */
  static Form of(ObjectNode tree) {
    return new Form(tree, List.of(), null);
  }

  /** The same with what was wrong. */
  Form refused(Refusal refusal) {
    return new Form(tree, refusal.faults(), refusal.detail());
  }

  /** What the field holds; empty for nothing. */
  public String value(String pointer) {
    return tree.at(JsonPointer.compile(pointer)).asText("");
  }

  /** Whether the list holds the value. */
  public boolean holds(String pointer, String value) {
    for (JsonNode each : tree.at(JsonPointer.compile(pointer))) {
      if (each.asText().equals(value)) {
        return true;
      }
    }
    return false;
  }

  /** The values of the list. */
  public List<String> values(String pointer) {
    List<String> values = new ArrayList<>();
    tree.at(JsonPointer.compile(pointer)).forEach(each -> values.add(each.asText()));
    return values;
  }

  /** How many entries the list has. */
  public int size(String pointer) {
    return tree.at(JsonPointer.compile(pointer)).size();
  }

  /** The names of the object's fields. */
  public List<String> names(String pointer) {
    List<String> names = new ArrayList<>();
    tree.at(JsonPointer.compile(pointer)).fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** What is wrong with the field. */
  public List<Message> at(String pointer) {
    return faults.stream()
        .filter(fault -> fault.pointer().equals(pointer))
        .map(Fault::message)
        .toList();
  }

  /** Whether the field is wrong. */
  public boolean isWrong(String pointer) {
    return !at(pointer).isEmpty();
  }

  /** Whether it was refused. */
  public boolean isRefused() {
    return refusal != null;
  }
}
