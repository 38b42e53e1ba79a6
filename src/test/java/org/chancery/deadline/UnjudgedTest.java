package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.Viewpoint;
import org.chancery.document.Documents;
import org.chancery.document.Papers;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Hindsight;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.web.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case that makes a rule fail is left out where many are judged, and named. */
class UnjudgedTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Viewpoint TODAY = Viewpoint.of(new AsOf.Moment(NOW));
  private static final FindingFilter ANY = FindingFilter.of(Set.of());

  private final CaseFile broken = A.agreement().file();
  private final Reference reference = broken.reference();
  private final Judge judge = mock(Judge.class);
  private final Instruments instruments = mock(Instruments.class);
  private final Hindsight hindsight = mock(Hindsight.class);
  private final Documents documents = mock(Documents.class);
  private final HouseTables tables = mock(HouseTables.class);
  private final Deadlines deadlines =
      new Deadlines(
          judge,
          tables,
          instruments,
          hindsight,
          documents,
          event -> {},
          Clock.fixed(NOW, ZoneOffset.UTC));
  private final Findings findings = new Findings(instruments, hindsight, deadlines);

  @BeforeEach
  void aRuleFails() {
    when(documents.papers(anyCollection(), any())).thenReturn(new Papers.OfCases(Map.of()));
    when(tables.inForceAt(any())).thenReturn(A.TABLES);
    when(hindsight.list(any(), eq(200), any())).thenReturn(new Page<>(List.of(broken), null));
    when(instruments.known(Set.of(reference))).thenReturn(List.of(broken));
    when(judge.judge(any(), any(), any(), any())).thenThrow(new IllegalStateException("a rule"));
  }

  @Test
  void aPassNamesItAndGoesOn() {
    Findings.Told told = findings.of(findings.batch((String) null, null), ANY, TODAY);
    assertThat(told.unjudged()).containsExactly(reference);
    assertThat(told.found()).isEmpty();
  }

  @Test
  void whatIsReadOfManyIsSilentAboutIt() {
    assertThat(findings.of(Set.of(reference), ANY)).isEmpty();
    assertThat(findings.page(ANY, TODAY, null, 10).items()).isEmpty();
    assertThat(deadlines.judge(Set.of(reference))).isEmpty();
  }

  @Test
  void whoAsksForItAloneIsToldThatItFails() {
    assertThatThrownBy(() -> deadlines.judge(broken, TODAY, Papers.UNKNOWN))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsJudgedIsNotLeftOut() {
    Judgement said = A.agreement().judgedOn("2026-11-21");
    doReturn(said).when(judge).judge(any(), any(), any(), any());
    assertThat(deadlines.judgeIfPossible(broken, TODAY, Papers.UNKNOWN))
        .isEqualTo(Optional.of(said));
    assertThat(findings.of(findings.batch((String) null, null), ANY, TODAY).unjudged()).isEmpty();
  }
}
