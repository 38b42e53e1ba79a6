package org.chancery.lifecycle.web;

import java.util.Locale;
import java.util.Map;
import org.chancery.instrument.Event;
import org.chancery.lifecycle.Task;
import org.chancery.lifecycle.Tasks;
import org.chancery.web.Page;
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

  TaskController(Tasks tasks) {
    this.tasks = tasks;
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
  Event complete(@PathVariable String id, @RequestBody Map<String, String> fields) {
    return tasks.complete(id, fields);
  }
}
