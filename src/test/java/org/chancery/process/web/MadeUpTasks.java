package org.chancery.process.web;

import java.util.List;
import java.util.Map;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Says what a step asks, as the real one does in another module; not a component. */
@ResponseBody
@org.springframework.web.bind.annotation.RequestMapping("/api/tasks")
public class MadeUpTasks {

  private final Processes processes;

  public MadeUpTasks(Processes processes) {
    this.processes = processes;
  }

  /** One step. */
  @GetMapping("/{id}")
  public Map<String, Object> task(@PathVariable String id) {
    OpenStep step = processes.step(id).orElseThrow();
    return Map.of(
        "id",
        id,
        "reference",
        step.reference().value(),
        "title",
        "Fibre-optic line along the bottom of the Caspian",
        "step",
        step.step(),
        "due",
        "2026-12-31",
        "fields",
        List.of(
            Map.of("name", "on", "type", "DATE", "required", true, "label", "Date"),
            Map.of("name", "act", "type", "TEXT", "required", false, "label", "Act number"),
            Map.of(
                "name",
                "answer",
                "type",
                "CHOICE",
                "required",
                false,
                "options",
                List.of("AGREE", "OBJECT"))));
  }
}
