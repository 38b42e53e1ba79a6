package org.chancery.deadline.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chancery.access.Bodies;
import org.chancery.access.BodyCode;
import org.chancery.calendar.Viewpoint;
import org.chancery.calendar.Viewpoints;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Finding;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Findings;
import org.chancery.deadline.Rule;
import org.chancery.deadline.Severity;
import org.chancery.deadline.Status;
import org.chancery.instrument.Basis;
import org.chancery.instrument.Hindsight;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the rules say, and the rules themselves. */
@RestController
class FindingController {

  private final Findings findings;
  private final Deadlines deadlines;
  private final Hindsight hindsight;
  private final Viewpoints viewpoints;
  private final Bodies bodies;

  FindingController(
      Findings findings,
      Deadlines deadlines,
      Hindsight hindsight,
      Viewpoints viewpoints,
      Bodies bodies) {
    this.findings = findings;
    this.deadlines = deadlines;
    this.hindsight = hindsight;
    this.viewpoints = viewpoints;
    this.bodies = bodies;
  }

  @GetMapping("/api/instruments/{reference}/findings")
  Page<Finding> ofCase(
      @PathVariable Reference reference,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String knownAt) {
    Viewpoint from = viewpoints.of(asOf, knownAt);
    var judgement = deadlines.judge(hindsight.get(reference, from.knownAt()), from);
    return new Page<>(
        judgement.findings().stream().filter(each -> each.status().isReported()).toList(), null);
  }

  @GetMapping("/api/findings")
  ResponseEntity<Page<Finding>> all(
      @RequestParam(defaultValue = "") Set<Status> status,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @Nullable BodyCode body,
      @RequestParam(required = false) @Nullable PartyCode party,
      @RequestParam(required = false) @Nullable Severity severity,
      @RequestParam(required = false) @Nullable Basis basis,
      @RequestParam(required = false) @Nullable LocalDate becameOverdueSince,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String knownAt,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    bodies.requireKnown(body);
    FindingFilter filter =
        new FindingFilter(
            status, deadlines.knownRule(rule), body, party, severity, basis, becameOverdueSince);
    return findings
        .page(filter, viewpoints.of(asOf, knownAt), after, limit)
        .map(Findings.Found::finding)
        .answer();
  }

  @GetMapping("/api/rules")
  Page<Rule> rules() {
    List<Rule> catalogue = deadlines.catalogue();
    return new Page<>(catalogue, null);
  }
}
