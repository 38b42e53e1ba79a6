package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.chancery.access.BodyCode;
import org.chancery.instrument.MilestoneKind;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;

class ThresholdsTest {

  private static final String HEADER = "rule,kind,body,days,severity,note\n";

  @Test
  void theRowThatFitsBestApplies() {
    Thresholds thresholds =
        read(
            A.table(
                A.text(A.HOUSE)
                    + "due-soon,REPORT,,60,INFO,\n"
                    + "due-soon,,mddt,45,INFO,\n"
                    + "due-soon,REPORT,mddt,30,INFO,\n"));
    BodyCode mddt = new BodyCode("mddt");
    assertThat(thresholds.limits(MilestoneKind.REPORT, mddt).soon()).isEqualTo(30);
    assertThat(thresholds.limits(MilestoneKind.MEASURE, mddt).soon()).isEqualTo(45);
    assertThat(thresholds.limits(MilestoneKind.REPORT, null).soon()).isEqualTo(60);
    assertThat(thresholds.limits(MilestoneKind.MEASURE, null).soon()).isEqualTo(90);
  }

  @Test
  void aMalformedCellStopsTheStartWithLineAndColumn() {
    refuses(A.table(HEADER + "overdue,,,0,URGENT,\noverdue,MESURE,,0,URGENT,\n"), "line 3", "kind");
    refuses(A.table(HEADER + "overdue,,MDDT,0,URGENT,\n"), "line 2", "column body");
    refuses(A.table(HEADER + "overdue,,,ten,URGENT,\n"), "line 2", "column days", "\"ten\"");
    refuses(A.table(HEADER + "overdue,,,-1,URGENT,\n"), "line 2", "column days", "\"-1\"");
    refuses(A.table("# a remark\n" + HEADER + "overdue,,,0,GRAVE,\n"), "line 3", "severity");
    refuses(A.table(HEADER + ",,,0,URGENT,\n"), "line 2", "column rule", "empty");
  }

  @Test
  void aRowMustNameARuleAndCountWhatItCounts() {
    refuses(A.table(HEADER + "overdu,,,0,URGENT,\n"), "line 2", "column rule", "overdu");
    refuses(A.table(HEADER + "overdue,,,,URGENT,\n"), "line 2", "column days");
    refuses(A.table(HEADER + "at-risk,,,5,URGENT,\n"), "line 2", "column days");
  }

  @Test
  void aRowMayStandOnlyOnce() {
    refuses(A.with("overdue,,,5,URGENT,"), "column rule", "above");
  }

  @Test
  void aTableMustBeWhole() {
    refuses(A.table(HEADER + "overdue,,,0,URGENT,\n"), "lacks a row");
    refuses(A.table("rule,days\noverdue,0\n"), "its columns are");
    refuses(A.table(HEADER + "overdue,,,0\n"), "line 2", "4 cells");
  }

  private static void refuses(Resource table, String... reasons) {
    assertThatIllegalStateException()
        .isThrownBy(() -> read(table))
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(reasons));
  }

  private static Thresholds read(Resource table) {
    return Thresholds.read(table, Ladder.with(A.JUDGE.catalogue()));
  }
}
