package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What stands in the way of the database is told in a sentence. */
class DatabaseAnalyzerTest {

  private final DatabaseAnalyzer analyzer = new DatabaseAnalyzer();

  @Test
  void aDatabaseInUseIsToldAsSuch() {
    assertThat(analyzer.analyze(new IllegalStateException(new SQLException("", "90020", 90020))))
        .extracting(FailureAnalysis::getDescription)
        .asString()
        .contains("in use");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsToldAsSuch() {
    assertThat(analyzer.analyze(new IllegalStateException(new SQLException("Refused.", "08001"))))
        .extracting(FailureAnalysis::getDescription)
        .isEqualTo("The database cannot be reached. Refused.");
  }

  @Test
  void aDamagedFileIsToldAsSuch() {
    assertThat(analyzer.analyze(new IllegalStateException(new SQLException("", "90030", 90030))))
        .extracting(FailureAnalysis::getAction)
        .asString()
        .contains("the last backup");
  }

  @Test
  void anyOtherFailureIsLeftToOthers() {
    assertThat(analyzer.analyze(new IllegalStateException(new SQLException("", "42000")))).isNull();
  }
}
