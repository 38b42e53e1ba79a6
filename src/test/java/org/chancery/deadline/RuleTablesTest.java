package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chancery.deadline.TableName.THRESHOLDS;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.deadline.TableFixture.House;
import org.chancery.deadline.TableVersion.State;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.junit.jupiter.api.Test;

/** How lawyers change a table, and who else must agree. */
class RuleTablesTest {

  private static final String SHIPPED = A.text(A.HOUSE);
  private static final TableText LENIENT = new TableText(SHIPPED + "overdue,REPORT,,5,URGENT,\n");

  private final TableFixture database = new TableFixture();
  private final House house = database.house();

  @Test
  void aChangeIsStagedAppliedAndConfirmedByTwo() {
    stage(LENIENT);
    assertThat(house.tables().underWay(THRESHOLDS)).hasValueSatisfying(is(State.STAGED));
    house.as("lawyer").apply(THRESHOLDS, 2);
    assertThat(house.tables().underWay(THRESHOLDS)).hasValueSatisfying(is(State.APPLIED));
    house.as("colleague").confirm(THRESHOLDS, 2);
    TableVersion inForce = house.tables().inForce(THRESHOLDS);
    assertThat(inForce.number()).isEqualTo(2);
    assertThat(inForce.text()).isEqualTo(LENIENT);
    assertThat(inForce.confirmed())
        .isEqualTo(new TableVersion.Act("colleague", TableFixture.START));
    assertThat(house.published).containsExactly(new TableConfirmed(THRESHOLDS, 2));
    assertThat(house.tables().underWay(THRESHOLDS)).isEmpty();
  }

  @Test
  void aManagerConfirmsToo() {
    stage(LENIENT);
    house.as("lawyer").apply(THRESHOLDS, 2);
    house.as("manager").confirm(THRESHOLDS, 2);
    assertThat(house.tables().inForce(THRESHOLDS).number()).isEqualTo(2);
  }

  @Test
  void whoeverStagedOrAppliedItCannotConfirmIt() {
    stage(LENIENT);
    house.as("colleague").apply(THRESHOLDS, 2);
    refuses(Kind.FORBIDDEN, "table.own", () -> house.as("lawyer").confirm(THRESHOLDS, 2));
    refuses(Kind.FORBIDDEN, "table.own", () -> house.as("colleague").confirm(THRESHOLDS, 2));
    assertThat(house.tables().inForce(THRESHOLDS).number()).isEqualTo(1);
  }

  @Test
  void nobodyButLawyersStagesOrApplies() {
    for (String other : List.of("manager", "clerk", "registrar")) {
      refuses(
          Kind.FORBIDDEN,
          "table.lawyer",
          () -> house.as(other).stage(THRESHOLDS, LENIENT, "Why not", 1));
    }
    stage(LENIENT);
    refuses(Kind.FORBIDDEN, "table.lawyer", () -> house.as("manager").apply(THRESHOLDS, 2));
    house.as("lawyer").apply(THRESHOLDS, 2);
    refuses(Kind.FORBIDDEN, "table.decider", () -> house.as("clerk").confirm(THRESHOLDS, 2));
    refuses(Kind.FORBIDDEN, "table.decider", () -> house.as("clerk").refuse(THRESHOLDS, 2, null));
  }

  @Test
  void aMalformedTextIsRefusedWithEachLineAndColumnAndTheLastGoodOneStays() {
    TableText malformed =
        new TableText(SHIPPED + "overdue,REPORT,,soon,URGENT,\noverdue,,mddt,5,GRAVE,\n");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> stage(malformed))
        .satisfies(
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Kind.INVALID_BODY);
              assertThat(refusal.faults()).hasSize(2);
              assertThat(refusal.getMessage()).contains("days", "severity");
            });
    assertThat(house.tables().inForce(THRESHOLDS).number()).isEqualTo(1);
    assertThat(database.count()).isEqualTo(TableName.values().length);
  }

  @Test
  void oneChangeAtATimeIsUnderWay() {
    stage(LENIENT);
    refuses(Kind.CONFLICT, "table.underWay", () -> stage(LENIENT));
    house.as("lawyer").refuse(THRESHOLDS, 2, "A slip of the pen");
    assertThat(house.tables().version(THRESHOLDS, 2).refusal()).isEqualTo("A slip of the pen");
    assertThat(stage(LENIENT).number()).isEqualTo(3);
  }

  @Test
  void whatWasMadeFromAnEarlierVersionIsRefused() {
    stage(LENIENT);
    house.as("lawyer").apply(THRESHOLDS, 2);
    house.as("manager").confirm(THRESHOLDS, 2);
    TableText other = new TableText(SHIPPED);
    refuses(
        Kind.STALE,
        "table.stale",
        () -> house.as("lawyer").stage(THRESHOLDS, other, "Back again", 1));
  }

  @Test
  void nothingIsDecidedTwiceOrInTheWrongOrder() {
    stage(LENIENT);
    refuses(Kind.CONFLICT, "table.overtaken", () -> house.as("manager").confirm(THRESHOLDS, 2));
    house.as("lawyer").apply(THRESHOLDS, 2);
    refuses(Kind.CONFLICT, "table.overtaken", () -> house.as("lawyer").apply(THRESHOLDS, 2));
    house.as("manager").confirm(THRESHOLDS, 2);
    refuses(Kind.CONFLICT, "table.overtaken", () -> house.as("manager").confirm(THRESHOLDS, 2));
    refuses(Kind.CONFLICT, "table.overtaken", () -> house.as("lawyer").refuse(THRESHOLDS, 2, null));
    refuses(Kind.NOT_FOUND, "table.version", () -> house.as("lawyer").apply(THRESHOLDS, 9));
  }

  @Test
  void aChangeSaysWhyAndChangesSomething() {
    refuses(
        Kind.INVALID_BODY,
        "table.remark",
        () -> house.as("lawyer").stage(THRESHOLDS, LENIENT, " ", 1));
    TableText same = new TableText("\uFEFF" + SHIPPED.replace("\n", "\r\n") + "\r\n");
    refuses(Kind.DOES_NOT_FIT, "table.same", () -> stage(same));
  }

  @Test
  void aTextThatIsTooLongOrNoTextIsRefused() {
    refuses(Kind.TOO_LARGE, "table.bytes", () -> new TableText("é".repeat(600_000)));
    refuses(Kind.TOO_LARGE, "table.lines", () -> new TableText("a\n".repeat(5_001)));
    refuses(Kind.INVALID_BODY, "table.characters", () -> new TableText("a\u0000b"));
    refuses(Kind.INVALID_BODY, "table.utf8", () -> TableText.of(new byte[] {(byte) 0xe7, 'a'}));
  }

  @Test
  void theDifferenceIsToTheVersionInForceBefore() {
    stage(new TableText(SHIPPED + "overdue,REPORT,,9,URGENT,\n"));
    house.as("lawyer").refuse(THRESHOLDS, 2, null);
    TableVersion third =
        stage(new TableText(LENIENT.value().replace("due-soon,,,90", "due-soon,,,60")));
    assertThat(house.tables().difference(third))
        .isEqualTo(
            new Difference(
                List.of("due-soon,,,90,INFO,"),
                List.of("due-soon,,,60,INFO,", "overdue,REPORT,,5,URGENT,")));
  }

  private TableVersion stage(TableText text) {
    int inForce = house.tables().inForce(THRESHOLDS).number();
    return house.as("lawyer").stage(THRESHOLDS, text, "Reports take their time", inForce);
  }

  private static java.util.function.Consumer<TableVersion> is(State state) {
    return version -> assertThat(version.state()).isEqualTo(state);
  }

  private static void refuses(Kind kind, String code, ThrowingCallable action) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(action)
        .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind))
        .withMessageContaining(code);
  }
}
