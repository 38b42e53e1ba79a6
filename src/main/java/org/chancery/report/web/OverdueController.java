package org.chancery.report.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chancery.report.Item;
import org.chancery.report.OverdueReport;
import org.chancery.report.Question;
import org.chancery.report.Report;
import org.chancery.report.Sheet;
import org.chancery.report.Summary;
import org.chancery.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The managers' report for programs and spreadsheets. */
@RestController
class OverdueController {

  private static final String CSV = "text/csv;charset=UTF-8";
  private static final MediaType SHEET = MediaType.parseMediaType(CSV);

  private final OverdueReport report;
  private final Questions questions;
  private final Sheet sheet;

  OverdueController(OverdueReport report, Questions questions, Sheet sheet) {
    this.report = report;
    this.questions = questions;
    this.sheet = sheet;
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
  @GetMapping(path = "/api/reports/overdue", produces = "text/csv")
  @Operation(operationId = "overdueReport")
  ResponseEntity<String> csv(HttpServletRequest request, Locale locale) {
    return sheet(request, locale);
  }

  @AsksTheReport
  @GetMapping(path = "/api/reports/overdue.csv", produces = "text/csv")
  @Operation(operationId = "overdueSheet")
  ResponseEntity<String> sheet(HttpServletRequest request, Locale locale) {
    Question question = questions.usual(Asked.of(request));
    List<Item> items = new ArrayList<>();
    report.each(question, items::add);
    ContentDisposition file =
        ContentDisposition.attachment()
            .filename("overdue-" + report.dayOf(question) + ".csv")
            .build();
    return ResponseEntity.ok()
        .contentType(SHEET)
        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .body(sheet.write(items, locale));
  }

  @AsksTheReport
  @GetMapping("/api/reports/overdue/summary")
  @Operation(operationId = "overdueSummary")
  Summary summary(HttpServletRequest request) {
    return report.summary(questions.usual(Asked.of(request)));
  }
}
