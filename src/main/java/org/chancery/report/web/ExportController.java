package org.chancery.report.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.chancery.web.Outgoing;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The managers' report as a file: by the ending of its address, or by what is accepted. */
@RestController
class ExportController {

  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String PDF = "application/pdf";
  private static final String ICS = "text/calendar";

  private final Answers answers;
  private final List<Export> exports;

  ExportController(Answers answers, List<Export> exports) {
    this.answers = answers;
    this.exports = List.copyOf(exports);
  }

  @AsksTheReport
  @GetMapping("/api/reports/overdue.{ending:csv|xlsx|pdf|ics}")
  @Operation(operationId = "overdueFile")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
  void byEnding(
      @PathVariable String ending, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(named(ending), request, response);
  }

  private Export named(String ending) {
    return exports.stream().filter(each -> each.ending().equals(ending)).findFirst().orElseThrow();
  }

  /** The whole answer in one document; the API gives it page by page. */
  @GetMapping("/reports/overdue.json")
  void whole(HttpServletRequest request, HttpServletResponse response) throws IOException {
    send(named("json"), request, response);
  }

  @AsksTheReport
  @GetMapping(
      path = "/api/reports/overdue",
      produces = {CSV, XLSX, PDF, ICS})
  @Operation(operationId = "overdueReport")
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content = {
        @Content(mediaType = CSV, schema = @Schema(type = "string")),
        @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = ICS, schema = @Schema(type = "string"))
      })
  void byAccept(HttpServletRequest request, HttpServletResponse response) throws IOException {
    send(accepted(request), request, response);
  }

  /** What is liked best of what is accepted; that one of them is, Spring has seen to. */
  private Export accepted(HttpServletRequest request) {
    return MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
        .stream()
        .sorted(Comparator.comparing(MediaType::getQualityValue).reversed())
        .flatMap(type -> exports.stream().filter(each -> type.includes(each.type())))
        .filter(each -> !(each instanceof JsonExport))
        .findFirst()
        .orElseThrow();
  }

  private void send(Export export, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Answered answer = answers.to(Asked.of(request));
    String name = "overdue-" + answer.asOf() + "." + export.ending();
    ContentDisposition file = ContentDisposition.attachment().filename(name).build();
    response.setContentType(export.type().toString());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, file.toString());
    Outgoing.send(response, out -> export.write(answer, out));
  }
}
