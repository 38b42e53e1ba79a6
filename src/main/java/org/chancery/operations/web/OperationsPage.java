package org.chancery.operations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.operations.Jobs;
import org.chancery.operations.Parts;
import org.chancery.operations.Watch;
import org.chancery.process.Stuck;
import org.chancery.web.InvalidValue;
import org.chancery.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where operators see how the machine fares, and have tried again what it has given up. */
@Controller
@RequestMapping("/operations")
class OperationsPage {

  private static final Pattern ID = Pattern.compile("[0-9a-zA-Z-]{1,64}");

  private final Watch watch;
  private final Jobs jobs;
  private final Parts parts;

  OperationsPage(Watch watch, Jobs jobs, Parts parts) {
    this.watch = watch;
    this.jobs = jobs;
    this.parts = parts;
  }

  @GetMapping
  String look(
      @RequestParam(required = false) @Nullable String after,
      Model model,
      HttpServletResponse response) {
    return show(page(after, model, response), model);
  }

  /** One job, or all of a page; what is gone meanwhile is told, and harms nothing. */
  @PostMapping
  String tryAgain(
      @RequestParam(defaultValue = "") List<String> job,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after) {
    Set<String> chosen =
        job.stream().filter(ID.asMatchPredicate()).collect(Collectors.toUnmodifiableSet());
    Jobs.Tried tried = jobs.tryAgain(chosen);
    if (tried.again() > 0) {
      after.addFlashAttribute("tried", tried);
      return "redirect:/operations";
    }
    response.setStatus(HttpStatus.CONFLICT.value());
    model.addAttribute("tried", tried);
    return show(jobs.page(null), model);
  }

  /** A place that is none shows the first page, and says so. */
  private Page<Jobs.Row> page(@Nullable String after, Model model, HttpServletResponse response) {
    try {
      return jobs.page(after);
    } catch (InvalidValue malformed) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("refusal", malformed.reason());
      return jobs.page(null);
    }
  }

  private String show(Page<Jobs.Row> page, Model model) {
    model.addAttribute("page", page);
    model.addAttribute("tries", Stuck.TRIES);
    model.addAttribute("trying", jobs.triedAgain());
    model.addAttribute("pulse", watch.pulse().orElse(null));
    model.addAttribute("parts", parts.now());
    return "operations";
  }
}
