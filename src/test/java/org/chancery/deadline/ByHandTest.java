package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.chancery.calendar.AsOf;
import org.junit.jupiter.api.Test;

/** The rules and a loop written by hand agree on a thousand made-up cases. */
class ByHandTest {

  private static final Population REGISTER = new Population(7, 10);

  @Test
  void findsWhatTheRulesFind() {
    REGISTER
        .first(1_000)
        .forEach(
            each ->
                assertThat(A.BY_HAND.judge(each.file(), each.kin(), Population.DAY))
                    .as("%s", each)
                    .isEqualTo(
                        A.JUDGE.judge(
                            each.file(), each.kin(), AsOf.day(Population.DAY), A.TABLES)));
  }

  @Test
  void theMadeUpRegisterHasACaseForEachRuleOfThisHouse() {
    Set<String> found = new HashSet<>();
    Set<Status> statuses =
        // The made-up house grants no grace, knows no terms, and its managers decide nothing.
        EnumSet.of(
            Status.GRACE,
            Status.NOT_APPLICABLE,
            Status.NOT_STARTED,
            Status.WAIVED,
            Status.SUSPENDED);
    REGISTER
        .first(1_000)
        .map(each -> A.JUDGE.judge(each.file(), each.kin(), AsOf.day(Population.DAY), A.TABLES))
        .forEach(
            judgement -> {
              judgement.findings().forEach(finding -> found.add(finding.rule()));
              judgement.standings().forEach(standing -> statuses.add(standing.status()));
            });
    assertThat(A.JUDGE.catalogue())
        .allMatch(rule -> found.contains(rule.id()) || isOnly(rule.status(), statuses));
  }

  private static boolean isOnly(Status status, Set<Status> statuses) {
    return status != Status.CONTRADICTION && statuses.contains(status);
  }
}
