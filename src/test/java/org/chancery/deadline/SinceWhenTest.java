package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.instrument.EventKind.*;
import static org.chancery.instrument.MilestoneKind.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Clause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Since when does it hold? Asked on each day of two years, of many cases. */
class SinceWhenTest {

  private static final String COLUMNS =
      "id,jurisdiction,types,levels,consents,clauses,binding,milestone,body,trigger,whose,unless,"
          + "count,unit,direction,first_day,month_end,not_before,basis,citation,binds_from,"
          + "valid_from,valid_to,note\n";
  private static final String PROPOSAL_BEFORE =
      "proposal,AZ,AGREEMENT,,,,,PROPOSAL,mddt,PLANNED_SIGNING,ANY,SIGNED,"
          + "30,CALENDAR_DAYS,BEFORE,NOT_COUNTED,,,LAW,a law,,,,\n";
  private static final String LODGING_AFTER =
      "lodging,HOUSE,AGREEMENT,,,,,LODGING,mddt,LAST SIGNED,ANY,,"
          + "15,CALENDAR_DAYS,AFTER,NOT_COUNTED,,,POLICY,a policy,,,,\n";
  private static final LocalDate FROM = LocalDate.of(2026, 6, 1);
  private static final LocalDate TO = LocalDate.of(2027, 6, 1);

  static Stream<Named<A>> cases() {
    return Stream.of(
        Named.of("a day", early().due(COMPLETION, "2026-12-31")),
        Named.of("an upper bound", early().due(COMPLETION, "../2026-12-31")),
        Named.of("a month", early().due(COMPLETION, "2026-12")),
        Named.of("about a month", early().due(COMPLETION, "2026-12~")),
        Named.of("a year", early().due(REPORT, "2026")),
        Named.of("nothing", early().due(REPORT, null)),
        Named.of(
            "two bodies", early().due(REPORT, "2026-12-31").due(REPORT, "2027-01", "ankara", null)),
        Named.of(
            "done late",
            early().due(COMPLETION, "2026-12-31").closes(1, MEASURE_DONE, "2027-02-10")),
        Named.of(
            "perhaps done at once",
            early().due(COMPLETION, "2026-12-31").closes(1, MEASURE_DONE, "2027-01")),
        Named.of(
            "perhaps done after it was overdue",
            early().due(COMPLETION, "2026-12-31").closes(1, MEASURE_DONE, "2027-02")),
        Named.of(
            "perhaps done after it was severely overdue",
            early().due(COMPLETION, "2026-12").closes(1, MEASURE_DONE, "2027-03")),
        Named.of(
            "perhaps done before",
            early().due(COMPLETION, "2026-12").closes(1, MEASURE_DONE, "2026-12-20/2027-01-20")),
        Named.of(
            "done nobody knows since when",
            early().due(COMPLETION, "2026-12-31").closes(1, MEASURE_DONE, "../2027-02-10")),
        Named.of(
            "the case ended",
            early().due(COMPLETION, "2026-12-31").stated(TERMINATED, null, "2027-03-01")),
        Named.of(
            "counted back from a signing that is moved ahead of its time",
            by(PROPOSAL_BEFORE)
                .sets(SIGNING_PLANNED, "2026-09-01", "2027-03-01")
                .sets(SIGNING_POSTPONED, "2027-01-10", "2027-01-25")),
        Named.of(
            "counted back from a signing that is put off and put off",
            by(PROPOSAL_BEFORE)
                .sets(SIGNING_PLANNED, "2026-09-01", "2027-01-01")
                .sets(SIGNING_POSTPONED, "2027-01-01", "2027-02-01")
                .sets(SIGNING_POSTPONED, "2027-01-20", "2027-04-01")),
        Named.of("counted from the signature", by(LODGING_AFTER).own(SIGNED, null, "2027-01-10")),
        Named.of(
            "in force by its clause",
            early()
                .clause(
                    new Clause.General(
                        Clause.Trigger.DEPOSIT, 1, null, "P30D", null, null, null, null))
                .stated(DEPOSITED, "KZ", "2027-01-10")
                .due(ENTRY_INTO_FORCE, "2026-12-31")));
  }

  private static A by(String term) {
    return early().by(COLUMNS + term, "2026-01-01");
  }

  private static A early() {
    return A.agreement().recordedAt("2026-01-10T08:00:00Z");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFindingHeldOnItsFirstDayAndNotTheDayBefore(A told) {
    Map<LocalDate, Judgement> year = judged(told);
    for (LocalDate day : year.keySet()) {
      for (Finding finding : ofMilestones(year, day)) {
        LocalDate first = finding.firstHeldOn();
        assertThat(first).as("%s on %s", finding.rule(), day).isBeforeOrEqualTo(day);
        if (first.isAfter(FROM)) {
          assertThat(says(year, first, finding)).as("%s on %s", finding.rule(), first).isTrue();
          assertThat(says(year, first.minusDays(1), finding))
              .as("%s on the day before %s", finding.rule(), first)
              .isFalse();
        }
      }
    }
  }

  /** Whatever the two days: overdue on the second, and not all the time since the first. */
  @ParameterizedTest
  @MethodSource("cases")
  void whatBecameOverdueSinceADayWasNotOverdueAllTheTimeSince(A told) {
    Map<LocalDate, Judgement> year = judged(told);
    CaseFile file = told.file();
    LocalDate start = LocalDate.of(2026, 12, 20);
    for (LocalDate day = start; day.isBefore(TO); day = day.plusDays(3)) {
      for (LocalDate since = start; !since.isAfter(day.plusDays(3)); since = since.plusDays(1)) {
        assertThat(becameOverdue(file, year, since, day))
            .as("since %s, as of %s", since, day)
            .isEqualTo(newlyOverdue(year, since, day));
      }
    }
  }

  private static Set<Integer> becameOverdue(
      CaseFile file, Map<LocalDate, Judgement> year, LocalDate since, LocalDate day) {
    FindingFilter filter = new FindingFilter(Set.of(), null, null, null, null, null, since);
    return ofMilestones(year, day).stream()
        .filter(finding -> filter.passes(finding, file))
        .map(SinceWhenTest::milestone)
        .collect(Collectors.toSet());
  }

  private static Set<Integer> newlyOverdue(
      Map<LocalDate, Judgement> year, LocalDate since, LocalDate day) {
    return ofMilestones(year, day).stream()
        .filter(finding -> finding.status().isOverdue())
        .map(SinceWhenTest::milestone)
        .filter(milestone -> !isOverdueThroughout(year, milestone, since, day))
        .collect(Collectors.toSet());
  }

  private static boolean isOverdueThroughout(
      Map<LocalDate, Judgement> year, int milestone, LocalDate since, LocalDate day) {
    return since.isAfter(day)
        || since.datesUntil(day.plusDays(1)).allMatch(each -> isOverdue(year, each, milestone));
  }

  private static boolean isOverdue(Map<LocalDate, Judgement> year, LocalDate day, int milestone) {
    return judgement(year, day)
        .standing(milestone)
        .filter(standing -> standing.status().isOverdue())
        .isPresent();
  }

  private static Judgement judgement(Map<LocalDate, Judgement> year, LocalDate day) {
    @Nullable Judgement judgement = year.get(day);
    return java.util.Objects.requireNonNull(judgement, () -> "not judged on " + day);
  }

  private static Map<LocalDate, Judgement> judged(A told) {
    return FROM.datesUntil(TO.plusDays(4))
        .collect(Collectors.toMap(Function.identity(), day -> told.judgedOn(day.toString())));
  }

  private static boolean says(Map<LocalDate, Judgement> year, LocalDate day, Finding finding) {
    return ofMilestones(year, day).stream()
        .anyMatch(
            each -> each.rule().equals(finding.rule()) && milestone(each) == milestone(finding));
  }

  private static List<Finding> ofMilestones(Map<LocalDate, Judgement> year, LocalDate day) {
    return judgement(year, day).findings().stream()
        .filter(finding -> finding.subject().milestone() != null)
        .toList();
  }

  private static int milestone(Finding finding) {
    return java.util.Objects.requireNonNull(finding.subject().milestone());
  }
}
