package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.Proof;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** S6: no text that a user enters becomes a formula of a spreadsheet. */
@ChanceryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormulasTest {

  private static final List<String> FORMULAS =
      List.of(
          "=1+1",
          "+1",
          "-1+cmd|' /C calc'!A0",
          "@SUM(A1)",
          "\t=1",
          "\r=1",
          "\n=1",
          "＝1+1",
          "＋1",
          "－1",
          "＠SUM(A1)",
          " =1",
          "\"=1",
          "'=1",
          "a;=1+1",
          "a\n=1+1",
          "a\t@x",
          "=HYPERLINK(\"http://example.org\")",
          "=DDE(\"cmd\";\"/C calc\";\"x\")");

  /** Wherever a reader may take a cell to begin, whatever parts its cells. */
  private static final Pattern FORMULA = Pattern.compile("(^|[;\\t\\r\\n])[\"\\s]*[=+@\\-＝＋－＠]");

  @TempDir Path folder = Path.of("");

  @LocalServerPort int port;
  @Autowired Desk desk;

  @BeforeAll
  void open() {
    ObjectMapper json = new ObjectMapper();
    for (String formula : FORMULAS) {
      ObjectNode body =
          json.createObjectNode().put("type", "UNDERTAKING").put("responsibleBody", "culture");
      body.withObject("/title").put("en", formula);
      body.withArray("parties").addObject().put("code", "AZ");
      body.withArray("sources").addObject().put("outlet", formula);
      ObjectNode milestone = body.withArray("milestones").addObject();
      milestone.put("kind", "MEASURE").put("due", "../2026-10-31").put("statedAs", formula);
      milestone.withObject("/name").put("en", formula);
      desk.open("cultureClerk", body.toString().replace('\'', '`'));
    }
  }

  @Test
  void noCellOfTheSheetIsAFormulaForAnyReader() throws IOException {
    String sheet = new String(file("csv"), StandardCharsets.UTF_8);
    List<String> cells =
        CSVFormat.RFC4180.parse(new java.io.StringReader(sheet.substring(1))).stream()
            .flatMap(row -> Stream.of(row.values()))
            .toList();
    assertThat(cells).contains("'=1+1", "'＝1+1").filteredOn(this::isFormula).isEmpty();
  }

  @Test
  void noCellOfTheWorkbookIsAFormula() throws IOException {
    byte[] workbook = file("xlsx");
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      for (Sheet sheet : book.getSheets().toList()) {
        assertThat(FORMULA.matcher(sheet.getName()).find()).isFalse();
        for (Row row : sheet.read()) {
          row.stream()
              .filter(java.util.Objects::nonNull)
              .forEach(cell -> assertThat(cell.getType()).isNotEqualTo(CellType.FORMULA));
        }
      }
    }
    assertThat(parts(workbook)).doesNotContain("<f>", "<f ", "ddeLink", "externalLink");
  }

  @Test
  void noneOfThemStaysAsItIs() {
    assertThat(FORMULAS).allMatch(formula -> !CsvExport.harmless(formula).equals(formula));
    Proof.count("S6", "formulas entered", FORMULAS.size());
  }

  @Test
  void ordinaryTextStaysAsItIs() {
    for (String text : List.of("2026-12-31", "a - b", "1+1=2", "Order 7; Order 8", "a, -1")) {
      assertThat(CsvExport.harmless(text)).isEqualTo(text);
    }
  }

  private boolean isFormula(String cell) {
    return FORMULA.matcher(cell).find();
  }

  private byte[] file(String ending) {
    return Caller.at(port, "cultureManager")
        .bytes("/api/reports/overdue." + ending + "?asOf=2026-11-21")
        .body();
  }

  private String parts(byte[] workbook) throws IOException {
    StringBuilder all = new StringBuilder();
    Path file = Files.write(folder.resolve("report.xlsx"), workbook);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry part : Collections.list(zip.entries())) {
        all.append(part.getName());
        all.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }
}
