package org.chancery.process.web;

import java.util.List;
import java.util.Map;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Says what a step asks, as another module does in the product. */
public final class MadeUpTasks {

  private MadeUpTasks() {}

  /** The call that the form makes. */
  public static RouterFunction<ServerResponse> of(Processes processes) {
    return RouterFunctions.route()
        .GET("/api/tasks/{id}", request -> ServerResponse.ok().body(task(processes, request)))
        .build();
  }

  private static Map<String, Object> task(Processes processes, ServerRequest request) {
    OpenStep step = processes.step(request.pathVariable("id")).orElseThrow();
    return Map.of(
        "id",
        step.id(),
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
            Map.of("name", "answer", "type", "CHOICE", "options", List.of("AGREE", "OBJECT"))));
  }
}
