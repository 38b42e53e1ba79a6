package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.chancery.calendar.MalformedTable;
import org.chancery.deadline.TableFixture.House;
import org.chancery.instrument.MilestoneKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which tables hold, on one database and at any instant. */
class HouseTablesTest {

  private static final String LENIENT = "overdue,REPORT,,5,URGENT,\n";

  private final TableFixture database = new TableFixture();
  private final House house = database.house();

  @Test
  void theFirstStartFillsTheDatabaseFromTheFilesAndNoLaterOneDoes() {
    database.house();
    assertThat(database.count()).isEqualTo(TableName.values().length);
    TableVersion first = house.tables().inForce(TableName.THRESHOLDS);
    assertThat(first.text()).isEqualTo(TableName.THRESHOLDS.shipped());
    assertThat(first.confirmed()).isEqualTo(new TableVersion.Act("house", TableFixture.START));
    assertThat(first.validFrom()).isEqualTo(TableFixture.START);
  }

  @Test
  void whatIsConfirmedOnOneNodeHoldsOnTheOther() {
    House other = database.house();
    assertThat(grace(other, null)).isZero();
    confirmOneMore(house, LENIENT);
    assertThat(grace(house, null)).isEqualTo(5);
    assertThat(grace(other, null)).isEqualTo(5);
  }

  @Test
  void whatWasKnownBeforeIsJudgedByTheTableOfThen() {
    database.wait(3600);
    confirmOneMore(house, LENIENT);
    Instant confirmed = TableFixture.START.plusSeconds(3600);
    assertThat(grace(house, confirmed.minusMillis(1))).isZero();
    assertThat(grace(house, confirmed)).isEqualTo(5);
    assertThat(grace(house, TableFixture.START.minusSeconds(99))).isZero();
  }

  @Test
  void whatIsOnlyStagedOrAppliedOrRefusedDoesNotHold() {
    stage(house, LENIENT);
    assertThat(grace(house, null)).isZero();
    house.as("lawyer").apply(TableName.THRESHOLDS, 2);
    assertThat(grace(house, null)).isZero();
    house.as("manager").refuse(TableName.THRESHOLDS, 2, null);
    assertThat(grace(house, null)).isZero();
  }

  @Test
  void withinATransactionTheTablesStayTheSame() {
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    transaction.executeWithoutResult(
        tx -> {
          assertThat(grace(house, null)).isZero();
          CompletableFuture.runAsync(() -> confirmOneMore(house, LENIENT)).join();
          assertThat(grace(house, null)).isZero();
        });
    assertThat(grace(house, null)).isEqualTo(5);
  }

  @Test
  void aMalformedTableInTheDatabaseStopsTheStartWithLineAndColumn() {
    database.overwrite(A.text(A.HOUSE) + "overdue,REPORT,,soon,URGENT,\n");
    assertThatExceptionOfType(MalformedTable.class)
        .isThrownBy(database::house)
        .withMessageContaining("thresholds.csv, version 1: line")
        .withMessageContaining("column days: \"soon\" is not a whole number");
  }

  @Test
  void aTextThatWasTamperedWithStopsTheStart() {
    database.overwriteTextAlone(A.text(A.HOUSE) + LENIENT);
    assertThatIllegalStateException()
        .isThrownBy(database::house)
        .withMessageContaining("checksum differs");
  }

  @Test
  void aTableConfirmedUnderAnEarlierReleaseStaysInForce() {
    String older =
        A.text(A.HOUSE)
                .replaceAll("(?m)^due-today,.*\\n", "")
                .replace("due-soon,,,90", "due-soon,,,60")
            + "a-rule-of-old,,,,INFO,\n";
    database.overwrite(older);
    House upgraded = database.house();
    Thresholds thresholds = upgraded.inForceAt(null).thresholds();
    Rule dueToday = rule("due-today");
    assertThat(thresholds.of(dueToday, MilestoneKind.REPORT, null).severity())
        .isEqualTo(Severity.URGENT);
    assertThat(thresholds.limits(MilestoneKind.REPORT, null).soon()).isEqualTo(60);
    assertThat(upgraded.tables().isShippedNew(TableName.THRESHOLDS)).isTrue();
    assertThat(upgraded.tables().shippedDifference(TableName.THRESHOLDS).removed())
        .contains("a-rule-of-old,,,,INFO,");
  }

  private static Rule rule(String id) {
    return A.JUDGE.catalogue().stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static int grace(House house, @Nullable Instant knownAt) {
    return house.inForceAt(knownAt).thresholds().limits(MilestoneKind.REPORT, null).grace();
  }

  private static void confirmOneMore(House house, String row) {
    stage(house, row);
    house.as("lawyer").apply(TableName.THRESHOLDS, 2);
    house.as("manager").confirm(TableName.THRESHOLDS, 2);
  }

  private static void stage(House house, String row) {
    TableText text = new TableText(A.text(A.HOUSE) + row);
    house.as("lawyer").stage(TableName.THRESHOLDS, text, "Reports take their time", 1);
  }
}
