package org.chancery.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.chancery.deadline.Status;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.junit.jupiter.api.Test;

/** Which ended passes are kept, and which make room. */
class ShelfTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Shelf<String> shelf = new Shelf<>(10, KEPT);

  @Test
  void whatWasAskedForLongestAgoMakesRoomFirst() {
    shelf.put("a", of(4), NOW);
    shelf.put("b", of(4), NOW);
    assertThat(shelf.get("a", NOW)).isNotNull();
    shelf.put("c", of(4), NOW);
    assertThat(shelf.get("b", NOW)).isNull();
    assertThat(shelf.get("a", NOW)).isNotNull();
    assertThat(shelf.get("c", NOW)).isNotNull();
  }

  @Test
  void manySmallOnesHaveRoomAndEmptyOnesToo() {
    for (int key = 0; key < 20; key++) {
      shelf.put("small " + key, of(key % 2), NOW);
    }
    assertThat(shelf.get("small 0", NOW)).isNotNull();
  }

  @Test
  void theLastStaysWhateverItsSize() {
    shelf.put("a", of(1), NOW);
    shelf.put("b", of(11), NOW);
    assertThat(shelf.get("a", NOW)).isNull();
    assertThat(shelf.get("b", NOW)).isNotNull();
  }

  @Test
  void whatNobodyAsksForIsForgotten() {
    shelf.put("a", of(1), NOW);
    shelf.tidy(NOW.plus(KEPT).minusMillis(1));
    assertThat(shelf.get("a", NOW.plus(KEPT).minusMillis(1))).isNotNull();
    assertThat(shelf.get("a", NOW.plus(KEPT))).as("was asked for meanwhile").isNotNull();
    shelf.tidy(NOW.plus(KEPT).plus(KEPT));
    assertThat(shelf.get("a", NOW)).isNull();
  }

  private static Pass of(int lines) {
    Pass pass = new Pass(new Ledger.State(1, 1, null), NOW, 1);
    Place place = new Place(0, LocalDate.EPOCH, Reference.of(2026, 1), 1);
    Mark line = new Mark(place, Status.OVERDUE, false, null, null, Stage.IN_FORCE, 1);
    pass.end(List.of(Collections.nCopies(lines, line)), NOW);
    return pass;
  }
}
