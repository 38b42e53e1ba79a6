package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as comma-separated values. */
class CsvExportTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠A1"})
  void aCellThatStartsAFormulaBecomesText(String cell) {
    assertThat(CsvExport.harmless(cell)).isEqualTo("'" + cell);
  }

  @Test
  void whatOnlySeemsToStartWithAnythingElseBecomesTextToo() {
    assertThat(CsvExport.harmless("\t=1")).isEqualTo("\t'=1");
    assertThat(CsvExport.harmless("\r=1")).isEqualTo("\r'=1");
    assertThat(CsvExport.harmless("\"=1")).isEqualTo("\"'=1");
    assertThat(CsvExport.harmless("a; =1")).isEqualTo("a; '=1");
    assertThat(CsvExport.harmless("a\n=1")).isEqualTo("a\n'=1");
  }

  @Test
  void anyOtherCellStaysAsItIs() {
    assertThat(CsvExport.harmless("2026-12-31")).isEqualTo("2026-12-31");
    assertThat(CsvExport.harmless(30)).isEqualTo("30");
    assertThat(CsvExport.harmless(null)).isEmpty();
  }
}
