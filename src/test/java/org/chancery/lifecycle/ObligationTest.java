package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process {@code obligation}. */
@ChanceryTest
class ObligationTest {

  private static final String CASE =
      """
      {'type': 'TREATY', 'title': {'en': 'Treaty on rivers'}, 'responsibleBody': 'ecology',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}], 'binding': true%s}""";

  @Autowired Desk desk;

  @Test
  void asksForTheProposalThatIsOwedBeforeTheSigning() {
    Reference reference =
        open(", 'milestones': [{'kind': 'PROPOSAL', 'due': '2026-12-01', 'body': 'ecology'}]");
    assertThat(desk.waitsAt(reference)).containsExactly("draft", "propose-signing");
    desk.complete("ecologyClerk", reference, "propose-signing");
    assertThat(desk.events(reference)).containsExactly(EventKind.PROPOSAL_SUBMITTED);
    assertThat(desk.waitsAt(reference)).containsExactly("draft");
  }

  @Test
  void asksToInformParliament() {
    Reference reference =
        open(", 'milestones': [{'kind': 'PARLIAMENT_NOTICE', 'due': '2026-12-01'}]");
    assertThat(desk.waitsAt(reference)).containsExactly("draft", "inform-parliament");
    desk.record("ecologyClerk", reference, EventKind.PARLIAMENT_INFORMED);
    assertThat(desk.waitsAt(reference)).doesNotContain("inform-parliament");
  }

  @Test
  void asksWhetherToObjectToAReservationOfAnother() {
    Reference reference =
        open(
            """
            , 'events': [{'kind': 'SIGNED', 'on': '2026-01-10', 'source': {'outlet': 'A'}},
               {'kind': 'RATIFIED', 'on': '2026-02-10', 'party': 'AZ', 'source': {'outlet': 'A'}},
               {'kind': 'DEPOSITED', 'on': '2026-02-11', 'party': 'AZ', 'source': {'outlet': 'A'}},
               {'kind': 'RESERVATION_MADE', 'on': '2026-08-10', 'party': 'KZ', 'source': {'outlet': 'A'}}]""");
    assertThat(desk.waitsAt(reference)).contains("consider-reservation");
    desk.complete("mfaClerk", reference, "consider-reservation", Map.of("note", "5/9"));
    assertThat(desk.events(reference)).endsWith(EventKind.RESERVATION_OBJECTED);
    assertThat(desk.waitsAt(reference)).doesNotContain("consider-reservation");
  }

  @Test
  void leavesAloneWhatAnotherStatesLawSets() {
    Reference reference =
        open(
            """
            , 'level': 'INTERSTATE', 'events': [{'kind': 'SIGNING_PLANNED', 'on': '2026-11-20', 'for': '2027-03-01'}]""");
    assertThat(desk.waitsAt(reference)).containsExactly("draft");
  }

  private Reference open(String more) {
    return desk.open("ecologyClerk", CASE.formatted(more));
  }
}
