package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.instrument.EventKind.TERMINATED;

import java.math.BigDecimal;
import java.util.Locale;
import org.chancery.instrument.Basis;
import org.chancery.web.Catalogues;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Is an undertaking with a figure on its way? */
class TargetTest {

  @Test
  void aTargetWhoseCaseEndedBeforeItFellDueIsCancelled() {
    Aim behind = doubling().observed("100", "2025");
    assertThat(rules(A.undertaking(behind), "2026-06-01")).containsExactly("target-behind");
    A ended = A.undertaking(behind).stated(TERMINATED, null, "2026-05-01");
    assertThat(ended.targetOn("2026-06-01").status()).isEqualTo(Status.CANCELLED);
    assertThat(ended.targetFindingsOn("2026-06-01")).isEmpty();
    A later = A.undertaking(doubling("2028-12-31").observed("150", "2028"));
    assertThat(rules(later.stated(TERMINATED, null, "2029-02-01"), "2029-03-01"))
        .containsExactly("target-missed");
  }

  @Test
  void aTargetThatLacksItsFigureItsBaselineItsStartOrItsEndIsNotComputable() {
    String day = "2026-06-01";
    assertThat(rules(A.undertaking(doubling()), day)).isEmpty();
    assertThat(lacking(Aim.of("200").start("2025").end("2029")))
        .endsWith(": no baseline is stated.");
    assertThat(lacking(Aim.of("200").from("100", "2024").end("2029")))
        .endsWith(": no start is stated.");
    assertThat(lacking(Aim.of("200").from("100", "2024").start("../2025").end("2029")))
        .endsWith(": no start is stated.");
    assertThat(lacking(Aim.of("200").from("100", "2024").start("2025")))
        .endsWith(": no end is stated.");
    assertThat(lacking(Aim.times("3").end("2030").observed("1", "2025")))
        .endsWith(": no baseline is stated; no start is stated.");
    assertThat(lacking(Aim.times("3").yearly())).endsWith(": no baseline is stated.");
  }

  @Test
  void whatIsNotComputableIsSoFromTheDayItIsRecorded() {
    Finding finding =
        A.undertaking(Aim.times("3").end("2030")).targetFindingsOn("2031-01-01").get(0);
    assertThat(finding.status()).isEqualTo(Status.NOT_COMPUTABLE);
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.firstHeldOn()).isEqualTo("2026-11-20");
    assertThat(finding.due()).extracting(Due::latest).hasToString("2030-12-31");
    assertThat(finding.daysLate()).isNull();
    assertThat(finding.shortfall()).isNull();
  }

  @Test
  void aTargetIsNotComputableWhenItsEndHasPassedAndNoFigureForItIsKnown() {
    A unknown = A.undertaking(doubling());
    assertThat(rules(unknown, "2029-01-01")).isEmpty();
    assertThat(rules(unknown, "2029-01-02")).containsExactly("target-unmeasured");
    assertThat(rules(A.undertaking(doubling().observed("190", "2027")), "2029-01-02"))
        .containsExactly("target-unmeasured");
    Aim rolling = doubling().observed("200", "2028-01-02/2029-01-01");
    assertThat(rules(A.undertaking(rolling), "2029-01-02")).isEmpty();
  }

  @Test
  void aTargetIsMissedWhenItsEndHasPassedAndEvenTheBestFigureForItFallsShort() {
    A missed =
        A.undertaking(doubling("2028-12-31").observed("180", "2028").observed("199", "2028"));
    assertThat(rules(missed, "2028-12-31")).containsExactly("target-behind");
    Finding finding = missed.targetFindingsOn("2029-01-10").get(0);
    assertThat(finding.rule()).isEqualTo("target-missed");
    assertThat(finding.status()).isEqualTo(Status.OVERDUE);
    assertThat(finding.severity()).isEqualTo(Severity.URGENT);
    assertThat(finding.firstHeldOn()).isEqualTo("2029-01-01").isEqualTo(finding.overdueSince());
    assertThat(finding.daysLate()).isEqualTo(new DaysLate(10, 10));
    assertThat(finding.shortfall()).isEqualTo(figure("1", "20"));
    A reached = A.undertaking(doubling("2028-12-31").observed("200", "2028"));
    assertThat(rules(reached, "2029-01-10")).isEmpty();
  }

  @Test
  void aTargetReachedAtItsEndStaysReached() {
    A reached =
        A.undertaking(doubling("2028-12-31").observed("200", "2028").observed("10", "2029"));
    assertThat(rules(reached, "2030-06-01")).isEmpty();
    A late = A.undertaking(doubling("2028-12-31").observed("10", "2028").observed("200", "2029"));
    assertThat(rules(late, "2029-06-01")).containsExactly("target-missed");
    assertThat(rules(late, "2030-06-01")).isEmpty();
  }

  @Test
  void aTargetIsBehindTheLineWhenEvenTheBestOfItsLastFiguresLiesBehindIt() {
    A behind =
        A.undertaking(doubling().observed("120", "2025").observed("124.91", "2025", "525.az"));
    assertThat(rules(behind, "2025-12-30")).isEmpty();
    Finding finding = behind.targetFindingsOn("2025-12-31").get(0);
    assertThat(finding.rule()).isEqualTo("target-behind");
    assertThat(finding.status()).isEqualTo(Status.AT_RISK);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.basis()).isEqualTo(Basis.STATED);
    assertThat(finding.legalBasis()).isEqualTo("SpecialEurasia, 2025-10-27");
    assertThat(finding.firstHeldOn()).isEqualTo("2025-12-31");
    assertThat(finding.overdueSince()).isNull();
    assertThat(finding.due()).extracting(Due::latest).hasToString("2029-01-01");
    assertThat(finding.daysLate()).isEqualTo(DaysLate.NONE);
    // 364 of 1461 days: the line stands at 124.9144421629…
    assertThat(finding.shortfall()).isEqualTo(figure("0.0044", "4.9144"));
    assertThat(rules(A.undertaking(doubling().observed("124.92", "2025")), "2025-12-31")).isEmpty();
  }

  @Test
  void aTargetMayBeBehindTheLineWhenOnlyTheWorstOfItsLastFiguresLiesBehindIt() {
    Aim disputed = doubling().observed("120", "2025").observed("130", "2025", "525.az");
    Finding finding = A.undertaking(disputed).targetFindingsOn("2026-06-01").get(0);
    assertThat(finding.rule()).isEqualTo("target-perhaps-behind");
    assertThat(finding.status()).isEqualTo(Status.AT_RISK);
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.shortfall()).isEqualTo(figure("0", "4.91"));
    assertThat(finding.facts())
        .filteredOn(fact -> fact.kind().equals("OBSERVATION"))
        .extracting(fact -> fact.value() + " " + fact.on() + " " + Wording.citation(fact.source()))
        .containsExactly("120 2025 AZERTAC", "130 2025 525.az");
    Aim agreed = doubling().observed("125", "2025").observed("130", "2025");
    assertThat(rules(A.undertaking(agreed), "2026-06-01")).isEmpty();
  }

  @Test
  void sourcesMayDisagreeWhetherItWasReached() {
    Aim disputed = doubling("2028-12-31").observed("190", "2028").observed("210", "2028");
    Finding finding = A.undertaking(disputed).targetFindingsOn("2029-01-10").get(0);
    assertThat(finding.rule()).isEqualTo("target-perhaps-behind");
    assertThat(finding.daysLate()).isEqualTo(new DaysLate(0, 10));
    assertThat(text(finding)).startsWith("The target “trade turnover” may be missed");
  }

  @Test
  void aTargetOfWhichNothingElseIsSaidIsRunning() {
    A early = A.undertaking(doubling().observed("90", "2023").observed("90", "2024"));
    assertThat(early.targetOn("2026-06-01").status()).isEqualTo(Status.RUNNING);
    assertThat(text(early.targetOn("2026-06-01"))).startsWith("There is nothing to judge yet");
    A going = A.undertaking(doubling().observed("125", "2025"));
    assertThat(text(going.targetOn("2026-06-01")))
        .isEqualTo(
            "It is on its way: it stood at 125 USD in 2025 (AZERTAC), and the straight way from"
                + " 100 USD to 200 USD by 2029-01-01 stood at 124.91 USD on 2025-12-31.");
    A done = A.undertaking(doubling("2028-12-31").observed("230", "2028"));
    assertThat(text(done.targetOn("2029-06-01"))).startsWith("It was reached: it stood at 230 USD");
    assertThat(A.undertaking(doubling().observed("100", "2025")).targetOn("2026-06-01").status())
        .isEqualTo(Status.AT_RISK);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01/2025-08, false",
    "2025-07/2026-06, true",
    "2024-07/2025-06, true",
    "2025/2026, false",
    "2025-12, false"
  })
  void aFullPeriodIsAsLongAsTheBaselines(String period, boolean counts) {
    Aim one = doubling().observed("1", period);
    assertThat(rules(A.undertaking(one), "2027-01-01").isEmpty()).isEqualTo(!counts);
  }

  @Test
  void theLastFullPeriodCountsAndNotTheBest() {
    Aim fallen = doubling().observed("199", "2025").observed("120", "2026");
    assertThat(rules(A.undertaking(fallen), "2026-12-30")).isEmpty();
    assertThat(rules(A.undertaking(fallen), "2026-12-31")).containsExactly("target-behind");
  }

  @Test
  void anImpreciseStartOrEndMakesTheLineAsWide() {
    // By 2025-12-31: begun on 2025-10-31 and ended on 2028-10-31 the line stands at 105.57, begun
    // and ended on the first days of the months at 108.31.
    Aim vague = Aim.of("200").from("100", "2024").start("2025-10").end("2028-10");
    assertThat(rules(A.undertaking(vague.observed("105.5", "2025")), "2026-01-01"))
        .containsExactly("target-behind");
    vague = Aim.of("200").from("100", "2024").start("2025-10").end("2028-10");
    A within = A.undertaking(vague.observed("107", "2025"));
    assertThat(rules(within, "2026-01-01")).containsExactly("target-perhaps-behind");
    Figure line = within.targetOn("2026-01-01").line();
    assertThat(line).isEqualTo(figure("105.57", "108.30"));
  }

  @Test
  void aDerivedBaselineIsAsUncertainAsTheSourcesAre() {
    Aim agreed = Aim.of("200").from("100", "2024").start("2025-01-01").end("2029-01-01");
    Aim derived = Aim.of("200").derivedFrom("100", "2024").start("2025-01-01").end("2029-01-01");
    assertThat(line(agreed.observed("80", "2024"))).isEqualTo(figure("124.91", "124.91"));
    assertThat(line(derived.observed("80", "2024"))).isEqualTo(figure("109.90", "124.91"));
  }

  @Test
  void aFactorMovesWithItsBaseline() {
    Aim tripled = Aim.times("3").derivedFrom("100", "2024").start("2025-01-01").end("2029-01-01");
    assertThat(line(tripled.observed("90", "2024"))).isEqualTo(figure("134.85", "149.83"));
  }

  @Test
  void ofAFallingTargetLessIsBetter() {
    Aim halved = Aim.of("50").from("100", "2024").start("2025-01-01").end("2028-12-31");
    A going = A.undertaking(halved.observed("80", "2025"));
    assertThat(rules(going, "2026-06-01")).isEmpty();
    Aim slow = Aim.of("50").from("100", "2024").start("2025-01-01").end("2028-12-31");
    Finding finding =
        A.undertaking(slow.observed("95", "2025")).targetFindingsOn("2026-06-01").get(0);
    assertThat(finding.rule()).isEqualTo("target-behind");
    assertThat(finding.shortfall()).isEqualTo(figure("7.47", "7.47"));
    Aim missed = Aim.of("50").from("100", "2024").start("2025-01-01").end("2028-12-31");
    assertThat(rules(A.undertaking(missed.observed("60", "2028")), "2029-06-01"))
        .containsExactly("target-missed");
  }

  @Test
  void aYearlyTargetIsJudgedAfterEachYearsEnd() {
    A yearly =
        A.undertaking(
            Aim.of("1500000").yearly().observed("1600000", "2025").observed("1400000", "2026"));
    assertThat(rules(yearly, "2026-12-31")).isEmpty();
    Finding finding = yearly.targetFindingsOn("2027-01-01").get(0);
    assertThat(finding.rule()).isEqualTo("target-missed");
    assertThat(finding.firstHeldOn()).isEqualTo("2027-01-01");
    assertThat(finding.daysLate()).isEqualTo(new DaysLate(1, 1));
    assertThat(finding.shortfall()).isEqualTo(figure("100000", "100000"));
    assertThat(text(finding))
        .isEqualTo(
            "The target “trade turnover” was missed in 2026: it is 1,500,000 USD in each year, and"
                + " it stood at 1,400,000 USD (AZERTAC). The difference is 100,000 USD.");
    assertThat(rules(yearly, "2029-01-01")).containsExactly("target-missed");
  }

  @Test
  void ofAYearWithoutAFigureNothingIsSaidButThat() {
    A silent = A.undertaking(Aim.of("1500000").yearly().observed("9", "2025-01/2025-08"));
    assertThat(rules(silent, "2026-06-01")).containsExactly("target-unmeasured");
    assertThat(text(silent.targetFindingsOn("2026-06-01").get(0)))
        .contains("no figure is known for the whole year that ended on 2025-12-31");
    A known = A.undertaking(Aim.of("1500000").yearly().observed("1500000", "2025"));
    assertThat(rules(known, "2026-12-31")).isEmpty();
    assertThat(rules(known, "2027-01-01")).containsExactly("target-unmeasured");
  }

  @Test
  void aYearlyTargetIsJudgedOnlyForYearsOfItsTerm() {
    Aim term = Aim.of("10").yearly().start("2025-10").end("2027").observed("1", "2025");
    assertThat(rules(A.undertaking(term), "2026-06-01")).isEmpty();
    assertThat(rules(A.undertaking(term), "2027-01-01")).containsExactly("target-unmeasured");
    Aim over = Aim.of("10").yearly().start("2025").end("2027").observed("10", "2027");
    assertThat(rules(A.undertaking(over.observed("1", "2028")), "2029-06-01")).isEmpty();
  }

  @Test
  void noSentenceHasAnEmptyPlaceInAnyLanguage() {
    for (String language : new String[] {"en", "az", "ar"}) {
      for (Aim aim :
          new Aim[] {
            doubling(),
            doubling().observed("100", "2025"),
            doubling().observed("125", "2025"),
            doubling().observed("100", "2025").observed("130", "2025"),
            doubling("2028-12-31").observed("100", "2028"),
            doubling("2028-12-31").observed("100", "2028").observed("300", "2028"),
            doubling("2028-12-31").observed("200", "2028"),
            Aim.of("10"),
            Aim.of("10").yearly(),
            Aim.of("10").yearly().observed("9", "2028").observed("11", "2028"),
            Aim.of("10").yearly().observed("9", "2028")
          }) {
        String text =
            text(A.undertaking(aim).targetOn("2029-06-01"), Locale.forLanguageTag(language));
        assertThat(text).doesNotContain("{", "null", "  ", "()", "“”");
      }
    }
  }

  @Test
  void figuresAreWrittenAsTheReaderWritesThem() {
    A million = A.undertaking(Aim.of("1500000.5").yearly().observed("1", "2025"));
    TargetStanding standing = million.targetOn("2026-06-01");
    assertThat(text(standing)).contains("1,500,000.5 USD");
    assertThat(text(standing, Locale.forLanguageTag("az"))).contains("1.500.000,5 USD");
    assertThat(text(standing, Locale.forLanguageTag("ar-u-nu-latn"))).contains("1,500,000.5 USD");
  }

  private static Aim doubling() {
    return doubling("2029-01-01");
  }

  /** From 100 in 2024 to 200, begun on 2025-01-01. */
  private static Aim doubling(String end) {
    return Aim.of("200").from("100", "2024").start("2025-01-01").end(end);
  }

  private static @Nullable Figure line(Aim aim) {
    return A.undertaking(aim.observed("100", "2025")).targetOn("2026-06-01").line();
  }

  private static String lacking(Aim aim) {
    A file = A.undertaking(aim);
    assertThat(rules(file, "2026-06-01")).containsExactly("target-not-computable");
    return text(file.targetOn("2026-06-01"));
  }

  private static java.util.List<String> rules(A file, String day) {
    return file.targetFindingsOn(day).stream().map(Finding::rule).toList();
  }

  private static Figure figure(String min, String max) {
    return new Figure(new BigDecimal(min), new BigDecimal(max));
  }

  private static String text(Finding finding) {
    return messages().getMessage(finding.explanation(), Locale.ENGLISH);
  }

  private static String text(TargetStanding standing) {
    return text(standing, Locale.ENGLISH);
  }

  private static String text(TargetStanding standing, Locale locale) {
    return messages().getMessage(standing.explanation(), locale);
  }

  private static Catalogues messages() {
    return new Catalogues("messages/finding");
  }
}
