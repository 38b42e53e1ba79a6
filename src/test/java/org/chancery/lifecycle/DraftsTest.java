package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.Guest;
import org.chancery.TestTime;
import org.chancery.access.Accounts;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Reference;
import org.chancery.process.OpenStep;
import org.chancery.process.Place;
import org.chancery.process.Processes;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is typed into the form of a step is kept for whoever typed it, and for nobody else. */
@ChanceryTest
class DraftsTest {

  private static final String CASE =
      """
      {'type': 'UNDERTAKING', 'title': {'en': 'A promise'}, 'responsibleBody': 'energy',
       'parties': [{'code': 'AZ'}], 'milestones': [{'kind': 'MEASURE', 'due': '2026-12-31'}]}""";

  @LocalServerPort private int port;
  @Autowired private Desk desk;
  @Autowired private Tasks tasks;
  @Autowired private Drafts drafts;
  @Autowired private Accounts accounts;
  @Autowired private Processes processes;
  private Reference reference;
  private String task;
  private Place place;

  @BeforeEach
  void open() {
    reference = desk.open("energyClerk", CASE);
    OpenStep step = processes.openSteps(reference).get(0);
    task = step.id();
    place = step.place();
  }

  @Test
  void areShownAgainToWhoeverTypedThem() {
    keep("energyClerk", Map.of("remark", "First", "act", "7", "unknown", "x"));
    keep("energyClerk", Map.of("remark", "Second", "act", " "));
    assertThat(typed("energyClerk")).containsExactlyInAnyOrderEntriesOf(Map.of("remark", "Second"));
  }

  @Test
  void areShownToNobodyElse() {
    keep("energyClerk", Map.of("remark", "Mine"));
    keep("energyManager", Map.of("remark", "Not yours"));
    assertThat(typed("energyClerk")).containsEntry("remark", "Mine");
    assertThat(typed("energyDeputy")).isEmpty();
    assertThatThrownBy(() -> typed("healthClerk")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> keep("healthClerk", Map.of("remark", "Theirs")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void outliveAProcessBegunAnew() {
    desk.record("energyClerk", reference, "{'kind': 'PUBLISHED', 'on': '2026-10-01'}");
    keep("energyClerk", Map.of("remark", "Mine"));
    desk.record(
        "energyClerk", reference, "{'kind': 'PUBLISHED', 'on': '2026-10-02', 'corrects': 1}");
    OpenStep anew = processes.openSteps(reference).get(0);
    assertThat(anew.id()).isNotEqualTo(task);
    task = anew.id();
    assertThat(typed("energyClerk")).containsEntry("remark", "Mine");
    assertThat(typed("energyManager")).isEmpty();
  }

  @Test
  void areGoneWhenTheStepIsOvertaken() {
    keep("energyClerk", Map.of("remark", "Mine"));
    desk.record(
        "energyClerk", reference, "{'kind': 'MEASURE_DONE', 'on': '2026-10-01', 'milestone': 1}");
    assertThat(drafts.of(place, accounts.find("energyClerk").orElseThrow())).isEmpty();
  }

  @Test
  void sayHowTheirDatesAreRead() {
    assertThat(keep("energyClerk", Map.of("on", "1.12.2026", "next", "soon", "remark", "1.1.2026")))
        .isEqualTo(
            Map.of("on", Optional.of(new StatedDate("2026-12-01")), "next", Optional.empty()));
  }

  @Test
  void areGoneWhenTheStepIsDone() {
    keep("energyClerk", Map.of("remark", "Mine"));
    keep("energyManager", Map.of("remark", "Hers"));
    desk.complete("energyClerk", reference, "carry-out-measure");
    assertThat(drafts.of(place, accounts.find("energyClerk").orElseThrow())).isEmpty();
    assertThat(drafts.of(place, accounts.find("energyManager").orElseThrow())).isEmpty();
    assertThatThrownBy(() -> keep("energyClerk", Map.of("remark", "Too late")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void areForgottenAfterAQuarterOfAYear() {
    keep("energyClerk", Map.of("remark", "Mine"));
    assertThat(drafts.forgetOld()).isZero();
    Duration quarter = Duration.ofDays(91);
    TestTime.at(
        TestTime.TODAY.atStartOfDay().toInstant(java.time.ZoneOffset.UTC).plus(quarter),
        drafts::forgetOld);
    assertThat(typed("energyClerk")).isEmpty();
  }

  @Test
  void haveAnEnd() {
    assertThatThrownBy(() -> keep("energyClerk", Map.of("remark", "x".repeat(4001))))
        .isInstanceOf(Refusal.class);
    Guest clerk = Guest.at(port, "energyClerk");
    String form = "/tasks/" + task + "/form";
    String draft = "/tasks/" + task + "/draft";
    assertThat(clerk.put(form, draft, "{\"on\": \"1.12.2026\"}").body())
        .contains("data-of=\"on\"", "Read as: 1 Dec 2026");
    assertThat(clerk.put(form, draft, "{\"remark\": \"" + "x".repeat(70_000)).statusCode())
        .isEqualTo(413);
    assertThat(clerk.put(form, draft, "{").statusCode()).isEqualTo(400);
    assertThat(typed("energyClerk")).containsOnlyKeys("on");
  }

  private Map<String, Optional<StatedDate>> keep(String account, Map<String, String> typed) {
    return desk.as(account, () -> tasks.keep(task, typed));
  }

  private Map<String, String> typed(String account) {
    return desk.as(account, () -> tasks.sheet(task, Locale.ENGLISH).typed());
  }
}
