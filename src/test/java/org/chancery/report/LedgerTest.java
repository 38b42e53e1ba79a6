package org.chancery.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.Guest;
import org.chancery.TestTime;
import org.chancery.access.Accounts;
import org.chancery.deadline.Sweeping;
import org.chancery.deadline.Swept;
import org.chancery.deadline.TableConfirmed;
import org.chancery.deadline.TableName;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the report looks up is what judging every case says, and only as long as it is of today. */
@ChanceryTest
class LedgerTest {

  private static final Instant NOW = TestTime.TODAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
  private static final List<String> QUESTIONS =
      List.of(
          "",
          "status=OVERDUE,SEVERELY_OVERDUE",
          "status=DONE_LATE,WAIVED,SUSPENDED,CONTRADICTION,RUNNING",
          "body=mddt",
          "party=KZ",
          "kind=REPORT",
          "type=PROGRAMME",
          "stage=IN_FORCE",
          "subject=ENERGY",
          "rule=due-soon",
          "severity=INFO&basis=STATED",
          "dueWithin=30",
          "dueWithin=90&party=KZ",
          "side=OURS",
          "side=THEIRS",
          "side=THEIRS&party=KZ",
          "extended=true",
          "becameOverdueSince=2026-10-31",
          "person=mddtClerk");

  private static final String TO_REPORT =
      """
      {'type': 'UNDERTAKING', 'title': {'en': 'To report'}, 'responsibleBody': 'mddt',
       'subject': 'ENERGY', 'parties': [{'code': 'AZ'}, {'code': 'KI'}],
       'milestones': [{'kind': 'REPORT', 'due': '%s', 'body': 'mddt'}]}""";

  @LocalServerPort int port;
  @Autowired Desk desk;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired Sweeping sweeping;
  @Autowired Ledger ledger;
  @Autowired Bookkeeper bookkeeper;
  @Autowired Accounts accounts;

  @BeforeEach
  void sweep() {
    sweeping.sweep();
    assertThat(ledger.isCurrent()).isTrue();
  }

  /** The day itself is judged case by case; the present moment is looked up. */
  @Test
  void whatIsLookedUpIsWhatJudgingSays() {
    open("2026-11-20");
    for (String account :
        List.of("mfaManager", "mddtClerk", "healthClerk", "service", "operator")) {
      for (String question : QUESTIONS) {
        for (String path : List.of("", "/summary")) {
          JsonNode kept = get(account, path, question);
          JsonNode judged = get(account, path, question + "&asOf=" + TestTime.TODAY);
          assertThat(kept).as("%s: %s?%s", account, path, question).isEqualTo(judged);
        }
      }
    }
    assertThat(get("mfaManager", "", "").path("items")).isNotEmpty();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrDouble() {
    for (String when : List.of("", "&asOf=" + TestTime.TODAY)) {
      List<String> whole = lines("?limit=200&status=" + all() + when);
      List<String> pages = lines("?limit=3&status=" + all() + when);
      assertThat(pages).isEqualTo(whole).doesNotHaveDuplicates().hasSizeGreaterThan(6);
    }
  }

  @Test
  void aChangeIsInTheReportWhenItIsAcknowledged() {
    String reference = open("2026-11-01");
    assertThat(statusOf(reference)).contains("OVERDUE");
    long overdue = total("OVERDUE");
    Caller.Answer done =
        mfa()
            .post(
                "/api/instruments/" + reference + "/events",
                "{'kind': 'REPORTED', 'on': '2026-10-30', 'milestone': 1, 'source': {'outlet': 'AZERTAC'}}");
    assertThat(done.status()).isEqualTo(201);
    assertThat(ledger.isCurrent()).isTrue();
    assertThat(statusOf(reference)).isEmpty();
    assertThat(total("OVERDUE")).isEqualTo(overdue - 1);
  }

  @Test
  void aBodyThatIsAddedSeesAndCounts() {
    String reference = open("2026-11-01");
    assertThat(statusOf("cultureClerk", reference)).isEmpty();
    String tag = mfa().get("/api/instruments/" + reference).header("ETag");
    mfa()
        .patch(
            "/api/instruments/" + reference,
            "{'participatingBodies': ['culture']}",
            "If-Match",
            tag);
    assertThat(statusOf("cultureClerk", reference)).contains("OVERDUE");
    JsonNode kept = get("cultureClerk", "", "");
    assertThat(kept.path("totals"))
        .isEqualTo(get("cultureClerk", "", "asOf=" + TestTime.TODAY).path("totals"));
  }

  @Test
  void whatIsSeenIsAskedOfTheRightsOfNow() {
    Reference reference = new Reference(open("2026-11-01"));
    assertThat(seen("mddtClerk", reference)).containsExactly(reference);
    assertThat(seen("mfaManager", reference)).containsExactly(reference);
    assertThat(seen("cultureClerk", reference)).isEmpty();
    jdbc.sql("insert into involvement (reference, body) values (?, 'culture')")
        .param(reference.value())
        .update();
    assertThat(seen("cultureClerk", reference)).containsExactly(reference);
    jdbc.sql("delete from involvement where reference = ? and body = 'culture'")
        .param(reference.value())
        .update();
    assertThat(seen("cultureClerk", reference)).isEmpty();
  }

  private Set<Reference> seen(String account, Reference reference) {
    return accounts.as(accounts.find(account).orElseThrow(), () -> ledger.seen(List.of(reference)));
  }

  @Test
  void onTheNextDayNothingIsLookedUpBeforeEveryCaseIsJudged() {
    String reference = open("2026-11-21");
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    TestTime.at(
        tomorrow,
        () -> {
          assertThat(ledger.isCurrent()).isFalse();
          assertThat(statusOf(reference)).contains("OVERDUE");
          sweeping.sweep();
          assertThat(ledger.isCurrent()).isTrue();
          assertThat(statusOf(reference)).contains("OVERDUE");
          return reference;
        });
    assertThat(ledger.isCurrent()).as("the clock was set back").isFalse();
    assertThat(statusOf(reference)).contains("DUE_TODAY");
  }

  /** In one transaction it is told of twice: as new, and as changed. */
  @Test
  void aCaseThatIsOpenedAndChangedAtOnceIsEnteredOnce() {
    long before = total("OVERDUE");
    Reference reference =
        transaction.execute(
            status -> {
              Reference opened = desk.open("mddtManager", TO_REPORT.formatted("2026-11-01"));
              desk.record(
                  "mddtManager",
                  opened,
                  "{'kind': 'REPORTED', 'on': '2026-10-30', 'milestone': 1, 'source': {'outlet': 'AZERTAC'}}");
              return opened;
            });
    assertThat(statusOf(Objects.requireNonNull(reference).value())).isEmpty();
    assertThat(total("OVERDUE")).isEqualTo(before);
    assertThat(get("mfaManager", "", "").path("totals"))
        .isEqualTo(get("mfaManager", "", "asOf=" + TestTime.TODAY).path("totals"));
    List<?> rows = rows();
    sweeping.sweep();
    assertThat(rows()).isEqualTo(rows);
  }

  /** What the sweep of tomorrow said is not of today, and a change today knows it. */
  @Test
  void aClockThatWasSetBackIsNoticedByTheNextChange() {
    TestTime.at(
        NOW.plus(Duration.ofDays(1)),
        () -> {
          sweeping.sweep();
          return assertThat(since()).isNotNull();
        });
    open("2026-11-21");
    assertThat(since()).isNull();
    assertThat(ledger.isCurrent()).isFalse();
    sweeping.sweep();
    assertThat(ledger.isCurrent()).isTrue();
  }

  private @Nullable Object since() {
    return jdbc.sql("select since from judged").query().singleRow().get("since");
  }

  @Test
  void whatIsSaidOfAParentChangesWithItsChild() throws InterruptedException {
    String programme =
        post(
            """
            {'type': 'PROGRAMME', 'title': {'en': 'Ends soon'}, 'responsibleBody': 'mddt',
             'period': '2022/2026', 'parties': [{'code': 'AZ'}, {'code': 'KI'}],
             'events': [{'kind': 'SIGNED', 'on': '2022-01-01', 'source': {'outlet': 'AZERTAC'}}]}""");
    assertThat(contradictionsOf(programme)).containsExactly("programme-without-successor");
    post(
        """
        {'type': 'PROGRAMME', 'title': {'en': 'The next'}, 'responsibleBody': 'mddt',
         'period': '2027/2030', 'parties': [{'code': 'AZ'}, {'code': 'KI'}],
         'parent': {'reference': '%s', 'relation': 'REPLACES'}}"""
            .formatted(programme));
    for (int i = 0; i < 100 && !contradictionsOf(programme).isEmpty(); i++) {
      Thread.sleep(50);
    }
    assertThat(contradictionsOf(programme)).isEmpty();
    assertThat(ledger.isCurrent()).isTrue();
  }

  private List<String> contradictionsOf(String reference) {
    return jdbc.sql("select rule from verdict where reference = ? and status = 'CONTRADICTION'")
        .param(reference)
        .query(String.class)
        .list();
  }

  /** In Baku a day ends four hours, in Tokyo nine hours before it does in Greenwich. */
  @Test
  void itIsOfTodayOnlyWhileNoDayHasEndedWhereADeadlineEnds() {
    assertThat(isCurrentAt("T20:00:00Z")).isFalse();
    assertThat(isCurrentAt("T15:00:00Z")).isTrue();
    post(
        """
        {'type': 'TREATY', 'title': {'en': 'A'}, 'responsibleBody': 'mddt',
         'parties': [{'code': 'AZ'}, {'code': 'JP'}],
         'milestones': [{'kind': 'CONSENT', 'due': '2027-12-31', 'party': 'JP'}]}""");
    assertThat(isCurrentAt("T14:59:59Z")).isTrue();
    assertThat(isCurrentAt("T15:00:00Z")).isFalse();
  }

  @Test
  void aSecondSweepWritesNothing() {
    List<?> before = rows();
    sweeping.sweep();
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aCaseThatCouldNotBeJudgedIsToldOfUntilItIs() {
    Reference reference = new Reference(open("2026-11-03"));
    bookkeeper.swept(new Swept(NOW, List.of(reference)));
    assertThat(Guest.at(port, "mfaManager").get("/reports/overdue").body())
        .contains("1 case could not be judged");
    assertThat(Guest.at(port, "healthClerk").get("/reports/overdue").body())
        .doesNotContain("could not be judged");
    sweeping.sweep();
    assertThat(Guest.at(port, "mfaManager").get("/reports/overdue").body())
        .doesNotContain("could not be judged");
  }

  @Test
  void drawnTogetherTheCountsStayTheSame() {
    open("2026-11-02");
    JsonNode before = get("mfaManager", "", "");
    bookkeeper.drawTogether();
    assertThat(get("mfaManager", "", "")).isEqualTo(before);
    assertThat(
            jdbc.sql(
                    """
                    select (select count(*) from (select 1 from verdict_total
                        group by viewer, body, status, extended
                        having count(*) > 1 or sum(verdicts) <= 0) total)
                      + (select count(*) from (select 1 from verdict_day
                        group by viewer, body, status, on_day
                        having count(*) > 1 or sum(verdicts) <= 0) dated)""")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void anotherTableMakesItWorthlessUntilTheNextSweep() {
    TestTime.at(
        NOW.plusSeconds(1),
        () -> {
          bookkeeper.tableChanged(new TableConfirmed(TableName.THRESHOLDS, 2));
          assertThat(ledger.isCurrent()).isFalse();
          sweeping.sweep();
          return assertThat(ledger.isCurrent()).isTrue();
        });
    jdbc.sql("update judged set void_before = null").update();
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    for (String key :
        List.of("x", "1.2026-02-30.2026-000001-0.1", "1.2026-01-01.2026-000001-0.1")) {
      assertThat(mfa().get("/api/reports/overdue?after=" + key).status()).as(key).isEqualTo(400);
    }
  }

  private boolean isCurrentAt(String time) {
    return TestTime.at(Instant.parse(TestTime.TODAY + time), ledger::isCurrent);
  }

  private List<?> rows() {
    return List.of(
        jdbc.sql("select * from verdict order by reference, number").query().listOfRows(),
        jdbc.sql("select count(*), max(id) from verdict_total").query().listOfRows(),
        jdbc.sql("select count(*), max(id) from verdict_day").query().listOfRows());
  }

  private static String all() {
    return "SEVERELY_OVERDUE,OVERDUE,GRACE,DUE_TODAY,AT_RISK,DUE_SOON,RUNNING,NOT_COMPUTABLE,"
        + "CONTRADICTION,SUSPENDED,WAIVED,DONE_LATE";
  }

  private List<String> lines(String query) {
    return mfa().all("/api/reports/overdue" + query).stream().map(JsonNode::toString).toList();
  }

  private long total(String status) {
    return get("mfaManager", "", "").path("totals").path(status).asLong();
  }

  private Optional<String> statusOf(String reference) {
    return statusOf("mfaManager", reference);
  }

  private Optional<String> statusOf(String account, String reference) {
    return Caller.at(port, account).all("/api/reports/overdue?limit=200").stream()
        .filter(item -> item.path("subject").path("reference").asText().equals(reference))
        .map(item -> item.path("status").asText())
        .findFirst();
  }

  private String open(String due) {
    return post(TO_REPORT.formatted(due));
  }

  private String post(String body) {
    Caller.Answer answer = mfa().post("/api/instruments", body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body().path("reference").asText();
  }

  /** But for the instant. */
  private JsonNode get(String account, String path, String query) {
    Caller.Answer answer =
        Caller.at(port, account).get("/api/reports/overdue" + path + "?" + query);
    assertThat(answer.status()).as("%s: %s", query, answer.body()).isEqualTo(200);
    ((ObjectNode) answer.body()).remove("knownAt");
    return answer.body();
  }

  private Caller mfa() {
    return Caller.at(port, "mfaManager");
  }
}
