package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Guest;
import org.chancery.document.Scanner;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages on which paper originals are handed on, as a plain browser sees them. */
@ChanceryTest
class CustodyPagesTest {

  @LocalServerPort int port;

  @Test
  void anOriginalGoesFromHandToHand() {
    String reference = opened();
    String path = "/instruments/" + reference;
    String action = path + "/custody";
    Guest giver = as("mddtClerk");
    assertThat(giver.get(path).body()).contains("No original is registered.");
    HttpResponse<String> registered =
        giver.submit(
            path,
            action,
            "/kind",
            "REGISTERED",
            "/party",
            "AZ",
            "/holder/body",
            "mddt",
            "/on",
            "2026-11-02",
            "/languages/*",
            "az");
    assertThat(registered.body())
        .contains("The original is registered.", "alternat of: Azerbaijan", "since 2 Nov 2026")
        .contains("Hand it over")
        .doesNotContain("Confirm the receipt");
    HttpResponse<String> given =
        giver.submit(
            path,
            action,
            "/kind",
            "HANDED_OVER",
            "/original",
            "1",
            "/holder/body",
            "energy",
            "/on",
            "2026-11-10");
    assertThat(given.body())
        .contains("the receiver must confirm", "Under way to", "handed over on 10 Nov 2026")
        .doesNotContain("Confirm the receipt");

    Guest receiver = as("energyClerk");
    String scan = "/q/" + reference;
    assertThat(receiver.get(scan).body())
        .contains("Under way to", "Confirm the receipt", "value=\"2026-11-21\"")
        .doesNotContain("Hand it over");
    HttpResponse<String> received =
        receiver.submit(
            scan,
            action,
            "/kind",
            "RECEIVED",
            "/original",
            "1",
            "/handover",
            "2",
            "/on",
            "12.11.2026",
            "then",
            "q");
    assertThat(received.uri().getPath()).isEqualTo(scan);
    assertThat(received.body())
        .contains("The receipt is confirmed.", "Ministry of Energy", "since 12 Nov 2026")
        .contains("Hand it over");
    assertThat(giver.get(scan).body()).contains("nothing for you to do");
  }

  @Test
  void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() {
    String reference = registered();
    HttpResponse<String> page =
        as("mddtClerk")
            .submit(
                "/q/" + reference,
                "/instruments/" + reference + "/custody",
                "/kind",
                "HANDED_OVER",
                "/original",
                "1",
                "/on",
                "2027-01-01",
                "/remark",
                "In a sealed envelope");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("is required", "In a sealed envelope", "value=\"2027-01-01\"");
  }

  @Test
  void whoeverComesSecondIsToldSo() {
    String reference = registered();
    String action = "/instruments/" + reference + "/custody";
    as("mddtClerk")
        .submit(
            "/q/" + reference,
            action,
            "/kind",
            "HANDED_OVER",
            "/original",
            "1",
            "/holder/body",
            "energy",
            "/on",
            "2026-11-10");
    Guest receiver = as("energyClerk");
    String[] receipt = {
      "/kind", "RECEIVED", "/original", "1", "/handover", "2", "/on", "2026-11-12"
    };
    receiver.submit("/q/" + reference, action, receipt);
    HttpResponse<String> again = receiver.submit("/q/" + reference, action, receipt);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("Nobody waits for this answer", "role=\"alert\"");
  }

  @Test
  void theSlipAndTheLabelCarryACodeThatOpensTheScanPage() throws Exception {
    String reference = registered();
    Guest clerk = as("mddtClerk");
    String scan = "http://localhost:" + port + "/q/" + reference + "?original=1";
    for (String paper : new String[] {"/routing-slip", "/label", "/label?original=1"}) {
      HttpResponse<String> page = clerk.get("/instruments/" + reference + paper);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("An agreement on paper", reference);
      assertThat(Scanner.read(page.body())).isEqualTo(scan);
    }
    assertThat(clerk.get("/instruments/" + reference + "/label?original=2").statusCode())
        .isEqualTo(404);
    assertThat(as("healthClerk").get("/instruments/" + reference + "/label").statusCode())
        .isEqualTo(404);
  }

  @Test
  void theSlipNamesTheStations() {
    String reference = registered();
    assertThat(as("mddtClerk").get("/instruments/" + reference + "/routing-slip").body())
        .contains("Ministry of Digital Development and Transport", "2 Nov 2026", "Signature");
  }

  @Test
  void aScanLeadsThroughTheLoginToItsPage() {
    String reference = registered();
    HttpResponse<String> stranger = Guest.unknownAt(port).get("/q/" + reference);
    assertThat(stranger.body()).contains("name=\"password\"");
    assertThat(as("healthClerk").get("/q/" + reference).statusCode()).isEqualTo(404);
  }

  @Test
  void aMistypedReferenceIsToldSo() {
    HttpResponse<String> page = as("mfaClerk").get("/q/2026-000123-7");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("check character does not fit");
  }

  private String registered() {
    String reference = opened();
    Caller.at(port, "mddtClerk")
        .post(
            "/api/instruments/" + reference + "/custody",
            "{'kind': 'REGISTERED', 'on': '2026-11-02', 'holder': {'body': 'mddt'}}");
    return reference;
  }

  private String opened() {
    return Caller.at(port, "mddtClerk")
        .post(
            "/api/instruments",
            """
            {'type': 'AGREEMENT', 'title': {'en': 'An agreement on paper'},
             'authenticLanguages': ['az', 'kk'], 'responsibleBody': 'mddt',
             'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""")
        .body()
        .path("reference")
        .asText();
  }

  private Guest as(String account) {
    return Guest.at(port, account);
  }
}
