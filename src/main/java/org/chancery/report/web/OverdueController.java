package org.chancery.report.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.chancery.report.OverdueReport;
import org.chancery.report.Report;
import org.chancery.report.Summary;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
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
  Report json(HttpServletRequest request) {
    return report.answer(questions.usual(Asked.of(request)));
  }

  @AsksTheReport
  @GetMapping("/api/reports/overdue/summary")
  @Operation(operationId = "overdueSummary")
  Summary summary(HttpServletRequest request) {
    return Summary.of(report.answer(questions.usual(Asked.of(request))));
  }
}
