package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.chancery.Proof;
import org.chancery.calendar.AsOf;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.MilestoneKind;

/**
 * R11: nothing is overdue before its day has ended where it ends, nor twice, on summer-time nights,
 * leap days and at the year's end, while the clock goes on, stands, or jumps by an hour or a day.
 */
class ClockTest {

  /** By the State whose milestone it is; the last changes its clocks twice a year. */
  private static final Map<String, ZoneId> ZONES =
      Map.of(
          "AZ", ZoneId.of("Asia/Baku"),
          "KZ", ZoneId.of("Asia/Almaty"),
          "UZ", ZoneId.of("Asia/Tashkent"),
          "TR", ZoneId.of("Europe/Istanbul"),
          "AT", ZoneId.of("Europe/Vienna"));

  private static final List<LocalDate> NIGHTS =
      Stream.of(
              "2027-03-27",
              "2027-03-28",
              "2027-10-30",
              "2027-10-31", // summer time in Vienna
              "2028-02-28",
              "2028-02-29",
              "2028-03-01", // a leap day
              "2027-12-31",
              "2028-01-01")
          .map(LocalDate::parse)
          .toList();

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofHours(1),
          Duration.ofHours(-1),
          Duration.ofDays(1),
          Duration.ofDays(-1),
          Duration.ofMinutes(13),
          Duration.ofSeconds(1),
          Duration.ZERO);

  private static int clocks;

  @Property(tries = 500)
  void overdueIsWhatItsDayHasLeftBehind(
      @ForAll("states") String state,
      @ForAll("nights") LocalDate due,
      @ForAll("walks") List<Duration> walk) {
    CaseFile file = A.agreement().due(MilestoneKind.REPORT, due.toString(), null, state).file();
    Instant end = due.plusDays(1).atStartOfDay(ZONES.get(state)).toInstant();
    List<LocalDate> since = new ArrayList<>();
    Instant now = end.minus(Duration.ofHours(2));
    for (Duration step : walk) {
      now = now.plus(step);
      Judgement judgement = judged(file, now);
      boolean overdue = judgement.standings().get(0).status().isOverdue();
      assertThat(overdue).as("%s due %s at %s", state, due, now).isEqualTo(!now.isBefore(end));
      judgement.findings().stream()
          .map(Finding::overdueSince)
          .filter(java.util.Objects::nonNull)
          .forEach(since::add);
    }
    assertThat(since).as("it becomes overdue on one day only").allMatch(due.plusDays(1)::equals);
    clocks++;
  }

  @Property(tries = 100)
  void theLastSecondIsInTimeAndTheNextIsNot(
      @ForAll("states") String state, @ForAll("nights") LocalDate due) {
    CaseFile file = A.agreement().due(MilestoneKind.REPORT, due.toString(), null, state).file();
    Instant end = due.plusDays(1).atStartOfDay(ZONES.get(state)).toInstant();
    assertThat(status(file, end.minusMillis(1))).isEqualTo(Status.DUE_TODAY);
    assertThat(status(file, end)).isEqualTo(Status.OVERDUE);
  }

  @AfterContainer
  static void count() {
    Proof.count("R11", "clocks that jumped", clocks);
    Proof.count("R11", "zones", ZONES.size());
  }

  @Provide
  Arbitrary<String> states() {
    return Arbitraries.of(ZONES.keySet().stream().sorted().toList());
  }

  @Provide
  Arbitrary<LocalDate> nights() {
    return Arbitraries.oneOf(
        Arbitraries.of(NIGHTS),
        Arbitraries.integers().between(0, 800).map(LocalDate.of(2027, 1, 1)::plusDays));
  }

  @Provide
  Arbitrary<List<Duration>> walks() {
    return Arbitraries.of(STEPS).list().ofMinSize(5).ofMaxSize(40);
  }

  private static Status status(CaseFile file, Instant at) {
    return judged(file, at).standings().get(0).status();
  }

  private static Judgement judged(CaseFile file, Instant at) {
    return A.JUDGE.judge(file, Kin.NONE, new AsOf.Moment(at), A.TABLES);
  }
}
