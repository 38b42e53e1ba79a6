package org.chancery.process.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.chancery.process.ShownTask;
import org.chancery.process.ShownTasks;
import org.chancery.process.Words;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the engine says into a reader's language: tasks and what their cards show, lists,
 * columns, processes and groups. Each is known by its shape, wherever in an answer it stands.
 */
final class Translation {

  private final Words words;
  private final ShownTasks tasks;
  private final Locale locale;

  Translation(Words words, ShownTasks tasks, Locale locale) {
    this.words = words;
    this.tasks = tasks;
    this.locale = locale;
  }

  /** Translates all that stands in the answer, in place. */
  void of(JsonNode answer) {
    List<ObjectNode> open = new ArrayList<>();
    each(
        answer,
        node -> {
          if (node.has("taskDefinitionKey")) {
            open.add(node);
          } else if (node.path("resourceType").asText().equals("Task")) {
            list(node);
          } else if (node.has("key") && node.has("deploymentId")) {
            name(node, words.process(text(node, "key"), text(node, "name"), locale));
          } else if (node.path("groupId").isTextual()) {
            node.put("groupId", words.group(text(node, "groupId"), locale));
          }
        });
    tasks(open);
  }

  private static void each(JsonNode node, Consumer<ObjectNode> visitor) {
    if (node instanceof ObjectNode object) {
      visitor.accept(object);
    }
    node.forEach(inner -> each(inner, visitor));
  }

  private void list(ObjectNode list) {
    JsonNode properties = list.path("properties");
    String kind = text(properties, "list");
    name(list, words.list(kind, text(list, "name"), locale));
    if (properties instanceof ObjectNode described) {
      described.put("description", words.about(kind, text(properties, "group"), locale));
    }
    properties
        .path("variables")
        .forEach(
            column ->
                ((ObjectNode) column).put("label", words.column(text(column, "name"), locale)));
  }

  private void tasks(List<ObjectNode> open) {
    if (open.isEmpty()) {
      return;
    }
    Map<String, ShownTask> shown =
        tasks.of(open.stream().map(task -> text(task, "id")).toList(), locale);
    open.forEach(
        task -> {
          ShownTask told = shown.get(text(task, "id"));
          if (told != null) {
            name(task, told.name());
            show(task, told);
          }
        });
  }

  /** What the card shows: all of it, whatever the engine would let the reader see of variables. */
  private static void show(ObjectNode task, ShownTask told) {
    if (task.path("_embedded") instanceof ObjectNode embedded && embedded.has("variable")) {
      ArrayNode shown = embedded.putArray("variable");
      show(shown, "reference", told.reference());
      show(shown, "title", told.title());
      show(shown, "measure", told.measure());
      show(shown, "party", told.party());
      show(shown, "deadline", told.deadline());
    }
  }

  private static void show(ArrayNode shown, String name, @Nullable String value) {
    if (value != null) {
      ObjectNode variable = JsonNodeFactory.instance.objectNode();
      shown.add(variable.put("name", name).put("type", "String").put("value", value));
    }
  }

  private static void name(ObjectNode node, String name) {
    node.put("name", name);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
