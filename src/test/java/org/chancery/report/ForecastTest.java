package org.chancery.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.TestTime;
import org.chancery.deadline.MadeUpRegister;
import org.chancery.deadline.Sweeping;
import org.chancery.instrument.Filling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is forecast comes to pass when nothing happens: the days go by, each is swept, and the
 * report of the day says what it was foretold to say. In a register of its own, since nobody else
 * may look at its future.
 */
@ChanceryTest
@Import(Filling.class)
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:forecast;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "camunda.bpm.generate-unique-process-engine-name=true",
      "camunda.bpm.generate-unique-process-application-name=true"
    })
class ForecastTest {

  /** Ahead of today: a day, around the notice of the house, the turn of the year, and beyond. */
  private static final List<Integer> DAYS = List.of(1, 2, 9, 30, 31, 40, 41, 89, 90, 91, 200, 400);

  private static final int FIRST = 1_001;
  private static final int CASES = 60;

  @LocalServerPort int port;
  @Autowired Filling filling;
  @Autowired Sweeping sweeping;
  @Autowired Ledger ledger;
  @Autowired TransactionTemplate transactions;

  @BeforeEach
  void fill() {
    transactions.executeWithoutResult(
        status ->
            IntStream.range(FIRST, FIRST + CASES)
                .mapToObj(MadeUpRegister::file)
                .forEach(file -> filling.insert(file, TestTime.TODAY)));
    sweeping.sweep();
  }

  @Test
  void whatIsForecastComesToPassWhenNothingHappens() {
    Map<LocalDate, List<JsonNode>> forecasts = new LinkedHashMap<>();
    DAYS.forEach(days -> forecasts.computeIfAbsent(TestTime.TODAY.plusDays(days), this::asOf));
    forecasts.forEach(
        (day, forecast) -> {
          List<JsonNode> come = TestTime.at(day.atTime(8, 0).toInstant(ZoneOffset.UTC), this::now);
          assertThat(come).as("on %s", day).isEqualTo(forecast);
          assertThat(come).isNotEmpty();
        });
    assertThat(forecasts.values()).doesNotHaveDuplicates();
  }

  private List<JsonNode> now() {
    sweeping.sweep();
    assertThat(ledger.isCurrent()).isTrue();
    return items("");
  }

  private List<JsonNode> asOf(LocalDate day) {
    return items("&asOf=" + day);
  }

  private List<JsonNode> items(String when) {
    String statuses =
        "SEVERELY_OVERDUE,OVERDUE,GRACE,DUE_TODAY,AT_RISK,DUE_SOON,RUNNING,NOT_COMPUTABLE,"
            + "CONTRADICTION,SUSPENDED,WAIVED,DONE_LATE";
    return Caller.at(port, "mfaManager")
        .all("/api/reports/overdue?limit=200&status=" + statuses + when);
  }
}
