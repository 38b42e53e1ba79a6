package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Guest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The pages on which managers extend, waive and suspend deadlines, as a plain browser sees them.
 */
@ChanceryTest
class DecisionPagesTest {

  @LocalServerPort int port;

  @Test
  void aManagerExtendsADeadlineAndEverybodySeesIt() {
    String path = opened();
    String form = path + "/milestones/1/extensions";
    assertThat(as("mddtManager").get(path).body()).contains("href=\"" + form + "\"");
    HttpResponse<String> page =
        as("mddtManager")
            .submit(
                form,
                form,
                "/to",
                "2026-12-15",
                "/reason",
                "The ship is late",
                "/authority",
                "Order 12");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("The deadline is extended.");
    assertThat(as("mddtClerk").get(path).body())
        .contains("The ship is late", "Order 12", "Transport, manager")
        .contains("15 Dec 2026", "first due: by 31 Oct 2026")
        .doesNotContain("href=\"" + form + "\"");
  }

  @Test
  void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() {
    String form = opened() + "/milestones/1/extensions";
    HttpResponse<String> page =
        as("mddtManager").submit(form, form, "/to", "2026-10-01", "/authority", "Order 12");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("value=\"2026-10-01\"", "value=\"Order 12\"", "is required");
    HttpResponse<String> early =
        as("mddtManager")
            .submit(form, form, "/to", "2026-10-01", "/authority", "O", "/reason", "Because");
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("must lie after 31 Oct 2026", "href=\"#/to\"", "Because");
  }

  @Test
  void aWaiverWaitsForASecondManager() {
    String path = opened();
    String waivers = path + "/milestones/1/waivers";
    HttpResponse<String> proposed =
        as("mddtManager").submit(waivers, waivers, "/authority", "Order 13", "/reason", "No need");
    assertThat(proposed.body())
        .contains("waiting for a second manager", "Withdraw the waiver")
        .doesNotContain("Confirm the waiver");
    assertThat(as("mddtClerk").get(path).body())
        .contains("waiting for a second manager")
        .doesNotContain("Confirm the waiver", "Withdraw the waiver");
    Guest deputy = as("mddtDeputy");
    assertThat(deputy.get(path).body()).contains("Confirm the waiver");
    HttpResponse<String> confirmed = deputy.submit(path, waivers + "/1/confirmation");
    assertThat(confirmed.body())
        .contains(
            "The waiver is confirmed.",
            "Waived",
            "confirmed by Ministry of Digital Development and Transport, deputy")
        .doesNotContain("Confirm the waiver", path + "/milestones/1/extensions");
  }

  @Test
  void aWaiverIsWithdrawn() {
    String path = opened();
    String waivers = path + "/milestones/1/waivers";
    Guest manager = as("mddtManager");
    manager.submit(waivers, waivers, "/authority", "Order 13", "/reason", "No need");
    assertThat(manager.submit(path, waivers + "/1/withdrawal").body())
        .contains(
            "The waiver is withdrawn.",
            "withdrawn by Ministry of Digital Development and Transport, manager");
  }

  @Test
  void aSuspensionIsRecorded() {
    String path = opened();
    String form = path + "/milestones/1/suspensions";
    HttpResponse<String> page =
        as("mddtManager")
            .submit(
                form, form, "/from", "2026-11-21", "/authority", "Order 14", "/reason", "Inquiry");
    assertThat(page.body())
        .contains("The suspension is recorded.", "Suspended", "from 21 Nov 2026");
  }

  @Test
  void whoMayNotDecideGetsNoForm() {
    String path = opened();
    HttpResponse<String> page = as("mddtClerk").get(path + "/milestones/1/waivers");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(as("healthManager").get(path + "/milestones/1/waivers").statusCode()).isEqualTo(404);
    assertThat(as("mddtManager").get(path + "/milestones/7/waivers").statusCode()).isEqualTo(404);
  }

  private String opened() {
    Caller.Answer opened =
        Caller.at(port, "mddtClerk")
            .post(
                "/api/instruments",
                """
                {'type': 'UNDERTAKING', 'title': {'en': 'Decided upon'}, 'responsibleBody': 'mddt',
                 'parties': [{'code': 'AZ'}],
                 'milestones': [{'kind': 'MEASURE', 'due': '../2026-10-31'}]}""");
    return "/instruments/" + opened.body().path("reference").asText();
  }

  private Guest as(String account) {
    return Guest.at(port, account);
  }
}
