package org.chancery.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as comma-separated values. */
class SheetTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void aCellThatStartsAFormulaBecomesText(String cell) {
    assertThat(Sheet.harmless(cell)).isEqualTo("'" + cell);
  }

  @Test
  void anyOtherCellStaysAsItIs() {
    assertThat(Sheet.harmless("2026-12-31")).isEqualTo("2026-12-31");
    assertThat(Sheet.harmless(30)).isEqualTo("30");
    assertThat(Sheet.harmless(null)).isEmpty();
  }
}
