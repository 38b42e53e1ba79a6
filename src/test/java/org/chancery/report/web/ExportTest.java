package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.Guest;
import org.chancery.report.Item;
import org.chancery.web.Refusal;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;
import org.thymeleaf.ITemplateEngine;

/** The report as a file, read back by others than wrote it, says what it says as JSON. */
@ChanceryTest
@TestInstance(Lifecycle.PER_CLASS)
class ExportTest {

  private static final String DAY = "?asOf=2027-01-01";
  private static final String ARABIC = "اتفاقية بشأن مدّ الكابل سريعًا لإنشاء";

  @LocalServerPort int port;
  @Autowired private Desk desk;
  @Autowired private Answers answers;
  @Autowired private SheetColumns columns;
  @Autowired private Reader reader;
  @Autowired private Printouts printouts;
  @Autowired private Letterhead letterhead;
  @Autowired private ITemplateEngine templates;

  @BeforeAll
  void open() {
    desk.open(
        "mfaClerk",
        """
        {'type': 'UNDERTAKING', 'title': {'en': '=HYPERLINK(1)', 'ar': '%s', 'kk': 'Ғылым туралы келісім'},
         'responsibleBody': 'mfa', 'parties': [{'code': 'AZ'}],
         'milestones': [{'kind': 'REPORT', 'due': '2026-11', 'statedAs': '@autumn'},
                        {'kind': 'MEASURE', 'name': {'en': '+1', 'ar': 'إجراء'}, 'due': '../2026-10-31'}]}"""
            .formatted(ARABIC));
  }

  @ParameterizedTest
  @CsvSource({
    "csv, text/csv;charset=UTF-8",
    "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf, application/pdf",
    "ics, text/calendar;charset=UTF-8"
  })
  void isFoundByEndingAndByWhatIsAccepted(String ending, String type) {
    String accept = "text/html;q=0.4, " + type.replace(";charset=UTF-8", "") + ", */*;q=0.1";
    Caller.Answer named = as("mfaManager").get("/api/reports/overdue." + ending + DAY);
    Caller.Answer accepted = as("mfaManager").get("/api/reports/overdue" + DAY, "Accept", accept);
    for (Caller.Answer answer : List.of(named, accepted)) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).isEqualToIgnoringCase(type);
      assertThat(answer.header("Content-Disposition")).contains("overdue-2027-01-01." + ending);
    }
  }

  @Test
  void theWholeAnswerIsOneDocumentOfWhatThePagesSay() throws IOException {
    Guest manager = Guest.at(port, "mfaManager");
    var file = manager.get("/reports/overdue.json" + DAY);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("overdue-2027-01-01.json");
    JsonNode whole = new ObjectMapper().readTree(file.body());
    List<JsonNode> items = new ArrayList<>();
    String next = "/api/reports/overdue" + DAY + "&limit=2";
    JsonNode page = whole;
    while (next != null) {
      Caller.Answer answer = as("mfaManager").get(next);
      page = answer.body();
      page.path("items").forEach(items::add);
      next = answer.next();
    }
    assertThat(whole.path("items")).hasSizeGreaterThan(2).containsExactlyElementsOf(items);
    assertThat(whole.path("totals")).isEqualTo(page.path("totals"));
    assertThat(whole.path("asOf")).isEqualTo(page.path("asOf"));
    assertThat(manager.get("/reports/overdue.json?asOf=soon").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx", "pdf", "ics"})
  void whatCannotBeAnsweredIsAProblemAndNoFile(String ending) {
    Caller.Answer answer = as("mfaManager").get("/api/reports/overdue." + ending + "?asOf=soon");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Content-Disposition")).doesNotContain("attachment");
    assertThat(as("mfaManager").get("/api/reports/overdue.exe" + DAY).status()).isEqualTo(404);
  }

  @Test
  void theSheetSaysWhatTheReportSays() throws IOException {
    List<CSVRecord> rows = csv("mfaManager", DAY);
    List<JsonNode> items = items("mfaManager", DAY);
    assertThat(rows).hasSameSizeAs(items).isNotEmpty();
    for (int i = 0; i < rows.size(); i++) {
      CSVRecord row = rows.get(i);
      JsonNode item = items.get(i);
      assertThat(row.get("reference")).isEqualTo(reference(item));
      assertThat(row.get("status")).isEqualTo(item.path("status").asText());
      assertThat(row.get("latest")).isEqualTo(text(item.path("due").path("latest")));
      assertThat(row.get("daysLateMin")).isEqualTo(text(item.path("daysLate").path("min")));
      assertThat(row.get("explanation")).isEqualTo(item.path("explanation").asText());
    }
  }

  @Test
  void theWorkbookSaysWhatTheReportSays() throws IOException {
    List<JsonNode> items = items("mfaManager", DAY);
    List<Row> rows = xlsx("en", DAY);
    assertThat(cells(rows.get(0))).startsWith("Reference", "Instrument").contains("Due on");
    assertThat(rows).hasSize(items.size() + 1);
    int due = cells(rows.get(0)).indexOf("Due on");
    int late = cells(rows.get(0)).indexOf("Days late, at least");
    for (int i = 0; i < items.size(); i++) {
      Row row = rows.get(i + 1);
      JsonNode item = items.get(i);
      assertThat(row.getCellText(0)).isEqualTo(reference(item));
      assertThat(row.getCellText(1)).isEqualTo(item.path("title").path("en").asText());
      assertThat(row.getCellAsDate(due).map(each -> each.toLocalDate().toString()).orElse(""))
          .isEqualTo(text(item.path("due").path("latest")));
      assertThat(row.getCellAsNumber(late).map(each -> each.intValue() + "").orElse(""))
          .isEqualTo(text(item.path("daysLate").path("min")));
    }
  }

  @Test
  void theWorkbookHasRealDaysAFilterAHeadThatStaysAndNoFormulas() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file("xlsx", "en", DAY)))) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getSheetName()).isEqualTo("Overdue report");
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef())
          .isEqualTo("A1:V" + (sheet.getLastRowNum() + 1));
      assertThat(sheet.isRightToLeft()).isFalse();
      assertThat(sheet.getColumnWidthInPixels(1)).isGreaterThan(300);
      List<org.apache.poi.ss.usermodel.Cell> all = new ArrayList<>();
      sheet.forEach(row -> row.forEach(all::add));
      assertThat(all).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
      assertThat(all)
          .anyMatch(cell -> cell.getCellType() == CellType.STRING && starts(cell, "=HYPERLINK"));
      assertThat(all)
          .anyMatch(
              cell -> cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell));
    }
  }

  @Test
  void theWorkbookOfAnArabicReaderRunsFromTheRight() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file("xlsx", "ar", DAY)))) {
      assertThat(book.getSheetAt(0).isRightToLeft()).isTrue();
      assertThat(book.getSheetAt(0).getRow(0).getCell(1).getStringCellValue()).isEqualTo("الصك");
    }
  }

  @Test
  void whatDoesNotFitOnOneSheetGoesOnOnTheNext() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Item> items = items();
    new XlsxExport(columns, reader, 4).write(answered(items), out);
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<String> references = new ArrayList<>();
      for (var sheet : book.getSheets().toList()) {
        List<Row> rows = sheet.read();
        assertThat(rows.get(0).getCellText(0)).isEqualTo("Reference");
        assertThat(rows).hasSizeBetween(2, 4);
        rows.stream().skip(1).map(row -> row.getCellText(0)).forEach(references::add);
      }
      assertThat(references).isEqualTo(references(items));
    }
  }

  @Test
  void theWorkbookOfNothingHasAHead() throws IOException {
    assertThat(xlsx("en", DAY + "&subject=NONE")).hasSize(1);
  }

  @Test
  void thePaperSaysWhatTheReportSays() throws IOException {
    try (PDDocument paper = Loader.loadPDF(file("pdf", "en", DAY))) {
      String text = text(paper);
      assertThat(items("mfaManager", DAY)).allMatch(item -> text.contains(reference(item)));
      assertThat(text).contains("Overdue report", "As of 1 Jan 2027", "=HYPERLINK(1)");
      int pages = paper.getNumberOfPages();
      assertThat(pages).isGreaterThan(1);
      for (int page = 1; page <= pages; page++) {
        assertThat(text(paper, page)).contains(page + " / " + pages);
      }
    }
  }

  @Test
  void thePaperBringsItsFontsAndSaysItsLanguage() throws IOException {
    try (PDDocument paper = Loader.loadPDF(file("pdf", "ar", DAY))) {
      assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo("ar");
      assertThat(paper.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(paper.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(paper.getDocumentInformation().getTitle()).startsWith("تقرير المتأخرات");
      for (PDPage page : paper.getPages()) {
        for (COSName font : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
        }
      }
    }
  }

  @Test
  void thePaperSaysWhatItWasNarrowedTo() throws IOException {
    String query = DAY + "&body=mfa&status=OVERDUE&status=AT_RISK&becameOverdueSince=2026-01-01";
    try (PDDocument paper = Loader.loadPDF(file("pdf", "en", query))) {
      assertThat(text(paper))
          .contains(
              "Body: Ministry of Foreign Affairs",
              "Status: Overdue, At risk",
              "Became overdue after: 1 Jan 2026");
    }
  }

  @ParameterizedTest
  @CsvSource({"ar, " + ARABIC, "kk, Ғылым туралы келісім", "ar, تقرير المتأخرات", "ar, إجراء"})
  void aTitleInAnyScriptIsFoundAsItIsRead(String language, String title) throws IOException {
    try (PDDocument paper = Loader.loadPDF(file("pdf", language, DAY + "&body=mfa"))) {
      assertThat(text(paper)).contains(title);
    }
  }

  @Test
  void paperThatNobodyReadsIsRefusedWithWhatToDoInstead() {
    PdfExport small = new PdfExport(printouts, letterhead, templates, 2);
    assertThatThrownBy(() -> small.write(answered(items()), OutputStream.nullOutputStream()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE));
  }

  @Test
  void theLetterheadStandsOnThePaper() throws IOException {
    Letterhead lines = new Letterhead(List.of("Ministry of <Foreign> Affairs", "4 A Street"), "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfExport(printouts, lines, templates, 2000).write(answered(items()), out);
    try (PDDocument paper = Loader.loadPDF(out.toByteArray())) {
      assertThat(text(paper, 1)).contains("Ministry of <Foreign> Affairs", "4 A Street");
    }
    assertThatThrownBy(() -> new Letterhead(List.of(), "/no/such/logo.png"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theCalendarSaysWhatTheReportSays() throws Exception {
    Map<String, JsonNode> items =
        items("mfaManager", DAY).stream()
            .filter(item -> !text(item.path("due").path("latest")).isEmpty())
            .collect(Collectors.toMap(ExportTest::uid, Function.identity()));
    List<VEvent> events = ics(file("ics", "en", DAY));
    assertThat(events.stream().map(event -> event.getUid().orElseThrow().getValue()))
        .containsExactlyInAnyOrderElementsOf(items.keySet());
    for (VEvent event : events) {
      JsonNode item = Objects.requireNonNull(items.get(event.getUid().orElseThrow().getValue()));
      JsonNode due = item.path("due");
      assertThat((Object) event.getDateTimeStart().getDate())
          .isEqualTo(LocalDate.parse(due.path("latest").asText()));
      boolean stated =
          due.path("earliest").equals(due.path("latest"))
              && (due.path("working").isEmpty() || due.hasNonNull("first"));
      assertThat(event.getStatus().getValue()).isEqualTo(stated ? "CONFIRMED" : "TENTATIVE");
      assertThat(event.getSummary().getValue())
          .containsIgnoringWhitespaces(item.path("title").path("en").asText());
      assertThat(event.getUrl().getUri().toString())
          .isEqualTo("http://localhost:" + port + "/instruments/" + reference(item));
    }
    assertThat(events.stream().map(event -> event.getStatus().getValue()))
        .contains("CONFIRMED", "TENTATIVE");
  }

  @Test
  void nobodyTakesAlongMoreThanSheSees() throws IOException {
    String query = DAY + "&lang=en";
    assertThat(csv("operator", query)).isEmpty();
    assertThat(csv("healthClerk", query)).hasSameSizeAs(items("healthClerk", query));
  }

  private List<Item> items() {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    Asked asked = new Asked("/", Map.of("asOf", List.of("2027-01-01")));
    List<Item> items = new ArrayList<>();
    desk.as(
        "mfaManager",
        () -> {
          answers.to(asked).items().accept(items::add);
          return items;
        });
    return items;
  }

  private static Answered answered(List<Item> items) {
    return new Answered(
        new Asked("/", Map.of()), LocalDate.of(2027, 1, 1), Instant.EPOCH, items::forEach);
  }

  private static List<String> references(List<Item> items) {
    return items.stream().map(item -> item.finding().subject().reference().value()).toList();
  }

  private static String uid(JsonNode item) {
    JsonNode subject = item.path("subject");
    String part =
        subject.hasNonNull("milestone")
            ? "m-" + subject.path("milestone").asInt()
            : "t-" + subject.path("target").asText();
    return reference(item) + "-" + part + "@az.chancery";
  }

  private static String reference(JsonNode item) {
    return item.path("subject").path("reference").asText();
  }

  private static String text(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }

  private static boolean starts(org.apache.poi.ss.usermodel.Cell cell, String with) {
    return cell.getStringCellValue().startsWith(with);
  }

  private static List<String> cells(Row row) {
    return row.stream().map(cell -> cell.getText()).toList();
  }

  private static String text(PDDocument paper) throws IOException {
    return new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
  }

  private static String text(PDDocument paper, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(paper).replaceAll("\\s+", " ");
  }

  private static List<VEvent> ics(byte[] file) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
    return calendar.getComponents().stream().map(VEvent.class::cast).toList();
  }

  private List<CSVRecord> csv(String account, String query) throws IOException {
    byte[] file = as(account).bytes("/api/reports/overdue.csv" + query).body();
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF");
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return format.parse(new StringReader(text.substring(1))).getRecords();
  }

  private List<Row> xlsx(String language, String query) throws IOException {
    try (InputStream file = new ByteArrayInputStream(file("xlsx", language, query));
        ReadableWorkbook book = new ReadableWorkbook(file)) {
      return book.getFirstSheet().read();
    }
  }

  private byte[] file(String ending, String language, String query) {
    var answer =
        as("mfaManager").bytes("/api/reports/overdue." + ending + query + "&lang=" + language);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  /** The items of all pages. */
  private List<JsonNode> items(String account, String query) {
    return as(account).all("/api/reports/overdue" + query + "&limit=200");
  }

  private Caller as(String account) {
    return Caller.at(port, account);
  }
}
