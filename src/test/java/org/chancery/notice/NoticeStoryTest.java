package org.chancery.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.TestTime;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.BodyCode;
import org.chancery.access.Contact;
import org.chancery.access.Contacts;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Deciding;
import org.chancery.instrument.NewDecision;
import org.chancery.instrument.Reference;
import org.chancery.notice.PostOffice.Came;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** What people read as the days of a deadline go by, through a real mail server. */
@ChanceryTest
@ContextConfiguration(initializers = PostOffice.class)
class NoticeStoryTest {

  private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
  private static final LocalDate DUE = LocalDate.of(2026, 12, 31);
  private static final String CASE =
      """
      {'type': 'UNDERTAKING', 'title': {'en': 'Undertaking to build a line', 'ar': 'تعهد ببناء خط'},
       'parties': [{'code': 'AZ'}], 'responsibleBody': '%s',
       'milestones': [{'kind': 'COMPLETION', 'name': {'en': 'The line is built'}, 'due': '%s',
                       'body': '%s'}]}\
      """;

  @Autowired Desk desk;
  @Autowired Accounts accounts;
  @Autowired Contacts contacts;
  @Autowired Preferences preferences;
  @Autowired Deadlines deadlines;
  @Autowired Deciding deciding;
  @Autowired Outbox outbox;
  @Autowired Postman postman;
  @Autowired Sender sender;
  @Autowired Digests digests;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void beginAnew() {
    jdbc.sql("delete from notice_outbox").update();
    jdbc.sql("delete from notice_watch").update();
    jdbc.sql("delete from notice_change").update();
    jdbc.sql("delete from notice_digest").update();
    jdbc.sql("delete from notice_preference").update();
    jdbc.sql("update account set email = null, language = null").update();
    PostOffice.empty();
    Neighbour.heard();
  }

  @Test
  void remindersDigestsAndEscalationComeOnTheirDaysAndAnExtensionEndsThem() {
    reads("energyClerk", "ar", Frequency.NEVER);
    reads("energyManager", "az", Frequency.NEVER);
    reads("energyDeputy", null, Frequency.DAILY);
    reads("healthClerk", null, Frequency.DAILY);
    day(TestTime.TODAY, null);
    Reference reference =
        TestTime.at(noon(TestTime.TODAY), () -> open("economy", DUE.toString(), "energy"));
    List<String> told = new ArrayList<>();
    for (LocalDate day = TestTime.TODAY; day.isBefore(DUE.plusDays(9)); day = day.plusDays(1)) {
      for (Came came : day(day, reference)) {
        told.add(day + " " + came.to() + " " + kind(came));
      }
    }
    assertThat(told)
        .containsExactly(
            "2026-11-22 energyDeputy@example.org digest: Falls due soon",
            "2026-12-01 energyClerk@example.org يحل الموعد قريبًا",
            "2026-12-24 energyClerk@example.org يحل الموعد قريبًا",
            "2026-12-30 energyClerk@example.org يحل الموعد قريبًا",
            "2026-12-31 energyClerk@example.org يحل الموعد اليوم",
            "2027-01-01 energyDeputy@example.org digest: Became overdue",
            "2027-01-07 energyClerk@example.org لم يُنجز في موعده",
            "2027-01-07 energyDeputy@example.org For your decision",
            "2027-01-07 energyManager@example.org Qərarınızı gözləyir");
    TestTime.at(noon(DUE.plusDays(9)), () -> extended(reference, "2027-03-31"));
    told.clear();
    for (LocalDate day = DUE.plusDays(10); day.isBefore(DUE.plusDays(60)); day = day.plusDays(1)) {
      for (Came came : day(day, reference)) {
        told.add(day + " " + came.to() + " " + kind(came));
      }
    }
    assertThat(told).containsExactly("2027-01-10 energyDeputy@example.org digest: Extended");
  }

  @Test
  void aMailInArabicRunsFromTheRightAndLeadsToTheCase() {
    reads("energyClerk", "ar", Frequency.NEVER);
    Reference reference = opened("2026-12-21", "energy");
    List<Came> came = day(LocalDate.of(2026, 12, 14), reference);
    assertThat(states()).as("the earlier one was overtaken").containsExactly("WITHDRAWN", "SENT");
    assertThat(came).hasSize(1);
    assertThat(came.get(0).html())
        .contains("<html lang=\"ar\" dir=\"rtl\">")
        .contains("https://chancery.example/instruments/" + reference)
        .contains("تعهد ببناء خط");
    assertThat(came.get(0).text())
        .contains("تعهد ببناء خط")
        .contains("https://chancery.example/me");
    assertThat(came.get(0).id()).endsWith("@example.org>");
  }

  /** S5: neither in the subject nor in the page. */
  @Test
  void aScriptInATitleIsTextInAMail() {
    String script = "</title><img src=x onerror=top.__xss=1><script>top.__xss=1</script>";
    reads("energyClerk", "en", Frequency.NEVER);
    Reference reference =
        desk.open(
            "economyClerk",
            CASE.formatted("economy", "2026-12-21", "energy")
                .replace("Undertaking to build a line", script)
                .replace("The line is built", script));
    Came came = day(LocalDate.of(2026, 12, 14), reference).get(0);
    assertThat(came.html()).contains("&lt;img src=x").doesNotContain("<img", "<script");
    assertThat(came.text()).contains(script);
    assertThat(came.subject()).doesNotContain("\n", "\r");
  }

  @Test
  void whoTurnsAKindOffIsNotWrittenToAboutIt() {
    reads("energyClerk", "en", Frequency.NEVER);
    desk.as(
        "energyClerk",
        () -> {
          preferences.change(new Preference(Frequency.NEVER, Set.of(Kind.REMINDER)));
          return true;
        });
    assertThat(day(LocalDate.of(2026, 12, 14), opened("2026-12-21", "energy"))).isEmpty();
  }

  @Test
  void whoMayNotSeeTheCaseAnyMoreIsSentNothing() {
    reads("healthClerk", "en", Frequency.DAILY);
    Reference reference = opened("2026-12-21", "energy");
    Occasion occasion =
        new Occasion(
            Kind.REMINDER,
            reference,
            1,
            new BodyCode("energy"),
            LocalDate.of(2026, 12, 21),
            -7,
            noon(TestTime.TODAY));
    outbox.put(Dispatch.mail("healthClerk", occasion, noon(TestTime.TODAY)), noon(TestTime.TODAY));
    sender.send();
    assertThat(PostOffice.empty()).isEmpty();
    assertThat(states()).containsExactly("WITHDRAWN");
  }

  @Test
  void whatIsDoneMeanwhileIsNotToldAnyMore() {
    reads("energyClerk", "en", Frequency.NEVER);
    Reference reference = opened("2026-11-28", "energy");
    assertThat(states()).containsExactly("WAITING");
    desk.record(
        "energyClerk", reference, "{'kind': 'MEASURE_DONE', 'on': '2026-11-21', 'milestone': 1}");
    sender.send();
    assertThat(PostOffice.empty()).isEmpty();
    assertThat(states()).containsExactly("WITHDRAWN");
  }

  @Test
  void aRequestAndAnEscalationAreWrittenToWhomTheyConcern() {
    reads("energyClerk", "en", Frequency.NEVER);
    reads("economyManager", "ru", Frequency.NEVER);
    Reference reference = opened("2026-11-10", "energy");
    day(TestTime.TODAY, reference);
    decide(reference, new NewDecision.Chase("Report by Friday"));
    List<Came> asked = send();
    assertThat(asked).extracting(Came::to).containsExactly("energyClerk@example.org");
    assertThat(asked.get(0).text()).contains("Report by Friday");
    decide(reference, new NewDecision.Escalation("Nobody answers"));
    List<Came> above = send();
    assertThat(above).extracting(Came::to).containsExactly("economyManager@example.org");
    assertThat(above.get(0).subject()).startsWith("Ждет вашего решения");
  }

  @Test
  void killedAfterTheServerAcceptedItTheSameMailHasTheSameName() {
    reads("energyClerk", "en", Frequency.NEVER);
    opened("2026-11-28", "energy");
    Instant now = noon(TestTime.TODAY);
    Dispatch claimed = outbox.claim(Channel.MAIL, now).orElseThrow();
    assertThat(postman.carry(claimed)).isInstanceOf(Delivery.Accepted.class);
    List<Came> first = send();
    assertThat(first).hasSize(1);
    TestTime.at(now.plus(Outbox.LEASE), this::sent);
    List<Came> again = PostOffice.empty();
    assertThat(again).extracting(Came::id).containsExactly(first.get(0).id());
    assertThat(states()).containsExactly("SENT");
  }

  @Test
  void anotherSystemHearsOfTheKindsItAskedForAndOfNoContents() {
    Reference reference = opened("2026-11-22", "energy");
    day(LocalDate.of(2026, 11, 22), reference);
    day(LocalDate.of(2026, 11, 23), reference);
    List<String> heard = Neighbour.heard();
    assertThat(heard).hasSize(2).allMatch(body -> body.contains(reference.value()));
    assertThat(heard.get(0)).contains("\"type\":\"org.chancery.case.opened\"");
    assertThat(heard.get(1))
        .contains("\"type\":\"org.chancery.finding.overdue\"", "\"milestone\":1");
    assertThat(heard).noneMatch(body -> body.contains("Undertaking"));
  }

  private static String kind(Came came) {
    return came.subject().startsWith("What has changed")
        ? "digest: "
            + came.text().lines().filter(line -> HEADINGS.contains(line)).findFirst().orElse("?")
        : came.subject().replaceAll(": .*", "");
  }

  private static final Set<String> HEADINGS =
      Set.of("Became overdue", "Falls due soon", "Extended", "Done");

  /** What comes on the day: the sweep at its beginning, the digest, and what is sent at noon. */
  private List<Came> day(LocalDate day, @Nullable Reference reference) {
    if (reference != null) {
      TestTime.at(day.atTime(LocalTime.of(0, 1)).atZone(BAKU).toInstant(), () -> judged(reference));
    }
    TestTime.at(
        noon(day),
        () -> {
          digests.write();
          return sent();
        });
    return PostOffice.empty();
  }

  private boolean judged(Reference reference) {
    return accounts.as(
        Account.HOUSE,
        () -> {
          deadlines.rejudge(reference);
          return true;
        });
  }

  private List<Came> send() {
    sent();
    return PostOffice.empty();
  }

  private boolean sent() {
    sender.send();
    return true;
  }

  private boolean extended(Reference reference, String to) {
    NewDecision decision = new NewDecision.Extension(new StatedDate(to), "The winter", "Order 7");
    desk.as("energyManager", () -> deciding.decide(reference, 1, decision));
    return true;
  }

  private void decide(Reference reference, NewDecision decision) {
    desk.as("energyManager", () -> deciding.decide(reference, 1, decision));
  }

  private void reads(String account, @Nullable String language, Frequency digest) {
    desk.as(
        account,
        () -> {
          contacts.change(new Contact(account + "@example.org", language));
          preferences.change(new Preference(digest, Set.of()));
          return true;
        });
  }

  private Reference opened(String due, String body) {
    return open("economy", due, body);
  }

  private Reference open(String responsible, String due, String body) {
    return desk.open("economyClerk", CASE.formatted(responsible, due, body));
  }

  private List<String> states() {
    return jdbc.sql("select state from notice_outbox where channel = 'MAIL' order by id")
        .query(String.class)
        .list();
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(BAKU).toInstant();
  }
}
