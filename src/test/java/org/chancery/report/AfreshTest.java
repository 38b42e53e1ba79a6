package org.chancery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.Viewpoint;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Findings;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.Test;

/** A kept answer tells nothing of a case that one no longer sees. */
class AfreshTest {

  private static final Reference SEEN = Reference.of(2026, 1);
  private static final Reference UNSEEN = Reference.of(2026, 2);
  private static final List<Place> PLACES = List.of(place(SEEN), place(UNSEEN));

  private final Findings findings = mock(Findings.class);
  private final Ledger ledger = mock(Ledger.class);
  private final Afresh afresh = new Afresh(findings, ledger);

  @Test
  void anotherDayIsJudgedOfTheCasesAloneThatAreStillSeen() {
    when(ledger.seen(Set.of(SEEN, UNSEEN))).thenReturn(Set.of(SEEN));
    when(findings.of(any(), any(), any())).thenReturn(new Findings.Told(List.of(), Set.of()));
    Viewpoint then = Viewpoint.of(AsOf.day(LocalDate.of(2026, 12, 1)));
    assertThat(afresh.at(PLACES, then)).isEmpty();
    verify(findings).batch(Set.of(SEEN), null);
  }

  @Test
  void nowIsJudgedOfTheCasesAloneThatAreStillSeen() {
    when(ledger.seen(Set.of(SEEN, UNSEEN))).thenReturn(Set.of(SEEN));
    Viewpoint now = Viewpoint.of(new AsOf.Moment(Instant.parse("2026-11-21T08:00:00Z")));
    assertThat(afresh.at(PLACES, now)).isEmpty();
    verify(findings).of(Set.of(SEEN), FindingFilter.of(Question.ANY));
  }

  private static Place place(Reference reference) {
    return new Place(0, LocalDate.EPOCH, reference, 1);
  }
}
