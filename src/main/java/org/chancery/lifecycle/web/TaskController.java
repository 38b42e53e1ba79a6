package org.chancery.lifecycle.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.chancery.lifecycle.Recorded;
import org.chancery.lifecycle.StepAnswer;
import org.chancery.lifecycle.Task;
import org.chancery.lifecycle.Tasks;
import org.chancery.web.Described;
import org.chancery.web.Page;
import org.chancery.web.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One's open tasks, and their completion. */
@RestController
@RequestMapping("/api/tasks")
class TaskController {

  private final Tasks tasks;
  private final Reading reading;

  TaskController(Tasks tasks, Reading reading) {
    this.tasks = tasks;
    this.reading = reading;
  }

  @GetMapping
  ResponseEntity<Page<Task>> list(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit,
      Locale locale) {
    return tasks.mine(after, limit, locale).answer();
  }

  @GetMapping("/{id}")
  Task get(@PathVariable String id, Locale locale) {
    return tasks.get(id, locale);
  }

  @PostMapping("/{id}/completion")
  Recorded complete(
      @PathVariable String id, @Described(StepAnswer.class) @RequestBody JsonNode body) {
    return tasks.complete(id, reading.read(body, StepAnswer.class));
  }
}
