package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Guest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of the report asks what it said at another moment, and what became overdue since. */
@ChanceryTest
class SaidTest {

  private static final Pattern CASES = Pattern.compile("href=\"/instruments/(\\d{4}-\\d{6}-.)\"");
  private static final String PAGE = "/reports/overdue";

  @LocalServerPort int port;

  @Test
  void aDayIsAskedForAsItsEndKnewIt() {
    HttpResponse<String> page = get("?asOf=2026-10-10&then=on&known=2026-01-01T10:00&body=mddt");
    assertThat(page.uri().getQuery())
        .isEqualTo("asOf=2026-10-10&body=mddt&knownAt=2026-10-10T19:59:59.999999Z");
    assertThat(page.body())
        .contains("As it was known on 10 Oct 2026, 23:59")
        .containsPattern("id=\"then\"[^>]*checked")
        .contains("overdue.csv?asOf=2026-10-10&amp;body=mddt&amp;knownAt=2026-10-10T19:59:59.9");
  }

  @Test
  void aMomentIsAskedForInTheTimeOfThisHouse() {
    HttpResponse<String> page = get("?known=2026-10-10T12:00");
    assertThat(page.uri().getQuery()).isEqualTo("knownAt=2026-10-10T08:00:00Z");
    assertThat(page.body())
        .contains("value=\"2026-10-10T12:00\"", "As of 10 Oct 2026")
        .doesNotContainPattern("id=\"then\"[^>]*checked");
  }

  @Test
  void fieldsLeftEmptyAskForNothing() {
    HttpResponse<String> page = get("?asOf=2026-10-10&known=&becameOverdueSince=");
    assertThat(page.body()).doesNotContain("As it was known on");
    assertThat(get("?then=on").uri().getQuery()).isNull();
  }

  @Test
  void whatIsNoMomentIsRefused() {
    for (String wrong : List.of("?known=yesterday", "?knownAt=yesterday", "?asOf=2026-02-30")) {
      assertThat(get(wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void pageAndDataAgreeOnWhatBecameOverdueBetweenAnyTwoDays() {
    String late = open("2026-10-31", "KI");
    String later = open("2026-11-10", "KI");
    String ahead = open("2027-01-31", "KI");
    Map<String, Set<String>> expected =
        Map.of(
            "becameOverdueSince=2026-10-31&asOf=2026-11-20", Set.of(late, later),
            "becameOverdueSince=2026-11-01&asOf=2026-11-20", Set.of(later),
            "becameOverdueSince=2026-11-01&asOf=2027-02-01", Set.of(later, ahead),
            "becameOverdueSince=2027-01-31&asOf=2027-02-01", Set.of(ahead),
            "becameOverdueSince=2027-02-01&asOf=2027-02-01", Set.of(),
            "becameOverdueSince=2027-02-02&asOf=2027-02-01", Set.of());
    expected.forEach(
        (days, cases) -> {
          String query = "?party=KI&" + days;
          assertThat(onThePage(query)).as(days).isEqualTo(cases);
          assertThat(inTheData("/api/reports/overdue" + query)).as(days).isEqualTo(cases);
          assertThat(inTheData("/api/findings" + query)).as(days).isEqualTo(cases);
        });
  }

  private Set<String> onThePage(String query) {
    return CASES
        .matcher(get(query).body())
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }

  private Set<String> inTheData(String path) {
    return StreamSupport.stream(mfa().get(path).body().path("items").spliterator(), false)
        .map(item -> item.path("subject").path("reference").asText())
        .collect(Collectors.toSet());
  }

  private String open(String due, String party) {
    return mfa()
        .post(
            "/api/instruments",
            """
            {'type': 'UNDERTAKING', 'title': {'en': 'To report'}, 'responsibleBody': 'mddt',
             'parties': [{'code': 'AZ'}, {'code': '%s'}],
             'milestones': [{'kind': 'REPORT', 'due': '%s', 'body': 'mddt'}]}"""
                .formatted(party, due))
        .body()
        .path("reference")
        .asText();
  }

  private HttpResponse<String> get(String query) {
    return Guest.at(port, "mfaManager").get(PAGE + query);
  }

  private Caller mfa() {
    return Caller.at(port, "mfaClerk");
  }
}
