package org.chancery.lifecycle.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.lifecycle.Tasks;
import org.chancery.web.Problems;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;
import org.chancery.web.Refusal.Kind;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The form of a task, as the task list embeds it, and what is typed into it before it is sent. */
@Controller
@RequestMapping("/tasks/{id}")
class FormPage {

  private static final int LARGEST_DRAFT = 64 * 1024;

  private final Tasks tasks;
  private final Problems problems;
  private final ObjectMapper json;

  FormPage(Tasks tasks, Problems problems, ObjectMapper json) {
    this.tasks = tasks;
    this.problems = problems;
    this.json = json;
  }

  @GetMapping("/form")
  String form(@PathVariable String id, Model model, Locale locale) {
    model.addAttribute("sheet", tasks.sheet(id, locale));
    return "step :: sheet";
  }

  /** Answers with the dates as they are read, so that she sees what she has said. */
  @PutMapping("/draft")
  String keep(@PathVariable String id, HttpServletRequest request, Model model) throws IOException {
    model.addAttribute("dates", tasks.keep(id, typed(request)));
    return "step :: dates";
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refusal refusal) {
    return ResponseEntity.status(refusal.kind().status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problems.problem(refusal));
  }

  private Map<String, String> typed(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_DRAFT + 1);
    if (body.length > LARGEST_DRAFT) {
      throw Refusal.of(Kind.TOO_LARGE, "body.large", LARGEST_DRAFT);
    }
    JsonNode tree = tree(body);
    Map<String, String> typed = new HashMap<>();
    tree.properties().forEach(field -> typed.put(field.getKey(), field.getValue().asText()));
    return typed;
  }

  private JsonNode tree(byte[] body) throws IOException {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException malformed) {
      throw Refusal.invalid(List.of(Fault.at("", "body.broken")));
    }
  }
}
