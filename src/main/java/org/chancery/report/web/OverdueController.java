package org.chancery.report.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.chancery.report.OverdueReport;
import org.chancery.report.Report;
import org.chancery.report.Summary;
import org.chancery.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The managers' report for programs. */
@RestController
class OverdueController {

  private final OverdueReport report;
  private final Questions questions;

  OverdueController(OverdueReport report, Questions questions) {
    this.report = report;
    this.questions = questions;
  }

  @AsksTheReport
  @GetMapping(
      path = {"/api/reports/overdue", "/api/reports/overdue.json"},
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "overdueReport")
  ResponseEntity<Report> json(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    Report page = report.page(questions.usual(Asked.of(request)), after, limit);
    return Page.linkTo(page.next()).body(page);
  }

  @AsksTheReport
  @GetMapping("/api/reports/overdue/summary")
  @Operation(operationId = "overdueSummary")
  Summary summary(HttpServletRequest request) {
    return report.summary(questions.usual(Asked.of(request)));
  }
}
