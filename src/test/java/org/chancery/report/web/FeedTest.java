package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.Guest;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The calendar of a person, from the page where she makes its address to its end. */
@ChanceryTest
@ExtendWith(OutputCaptureExtension.class)
class FeedTest {

  private static final Pattern ADDRESS = Pattern.compile("value=\"(http[^\"]+deadlines[^\"]+)\"");

  @LocalServerPort int port;
  @Autowired private Desk desk;

  @Test
  void theFeedHoldsTheOpenDeadlinesLateOrNot() throws Exception {
    Reference reference = open("Open ones");
    desk.record(
        "ecologyClerk", reference, "{'kind': 'REPORTED', 'on': '2026-11-01', 'milestone': 3}");
    String text = read(address(Guest.at(port, "ecologyClerk"))).body();
    List<VEvent> mine = events(text, reference);
    assertThat(mine.stream().map(event -> uid(event).replaceAll(".*-m-(\\d+)@.*", "$1")))
        .containsExactly("1", "2");
    assertThat(mine.get(0).getStatus().getValue()).isEqualTo("CONFIRMED");
    assertThat(mine.get(1).getStatus().getValue()).isEqualTo("TENTATIVE");
    assertThat(mine.get(0).getSequence().getSequenceNo()).isPositive();
  }

  @Test
  void aDeadlineKeepsItsNameWhenItsDateMoves() throws Exception {
    Reference reference = open("Moves");
    String address = address(Guest.at(port, "ecologyManager"));
    VEvent before = events(read(address).body(), reference).get(0);
    assertThat(
            org.chancery.Caller.at(port, "ecologyManager")
                .post(
                    "/api/instruments/" + reference + "/milestones/1/extensions",
                    "{'to': '2033-01-31', 'reason': 'Snow', 'authority': 'Order 1'}")
                .status())
        .isEqualTo(201);
    VEvent after = events(read(address).body(), reference).get(0);
    assertThat(uid(after)).isEqualTo(uid(before));
    assertThat(after.getDateTimeStart().getDate().toString()).isEqualTo("2033-01-31");
    assertThat(after.getSequence().getSequenceNo())
        .isGreaterThan(before.getSequence().getSequenceNo());
  }

  @Test
  void theFeedIsPrivateAndLeavesNoSession() throws Exception {
    HttpResponse<String> answer = read(address(Guest.at(port, "ecologyClerk")));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(cache -> assertThat(cache).contains("private"));
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(each -> each.contains("JSESSIONID"));
  }

  @Test
  void whoHasItAlreadyIsToldSoUntilSomethingChanges() throws Exception {
    String address = address(Guest.at(port, "ecologyClerk"));
    String tag = read(address).headers().firstValue("ETag").orElseThrow();
    assertThat(read(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
    open("A new one");
    assertThat(read(address, "If-None-Match", tag).statusCode()).isEqualTo(200);
    assertThat(read(address(Guest.at(port, "ecologyManager")), "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theFeedIsInTheLanguageItWasMadeIn() throws Exception {
    Reference reference = open("In Azerbaijani");
    Guest guest = Guest.at(port, "ecologyClerk");
    guest.get("/me/feed?lang=az");
    String text = read(address(guest)).body();
    assertThat(events(text, reference).get(0).getSummary().getValue()).startsWith("Hesabat");
    assertThat(text).contains("SUMMARY;LANGUAGE=az:");
  }

  @Test
  void whatSheMayNotSeeIsNotInHerFeed() throws Exception {
    Reference reference = open("Not for health");
    String text = read(address(Guest.at(port, "healthClerk"))).body();
    assertThat(events(text, reference)).isEmpty();
  }

  @Test
  void theAddressIsShownOnceAndEndsWhenSheEndsIt() throws Exception {
    Guest guest = Guest.at(port, "cultureClerk");
    assertThat(guest.get("/me/feed").body()).contains("There is no such address yet");
    String address = address(guest);
    assertThat(guest.get("/me/feed").body())
        .doesNotContain("token=")
        .contains("There is an address");
    assertThat(read(address).statusCode()).isEqualTo(200);
    assertThat(guest.submit("/me/feed", "/me/feed/revocation").body()).contains("has ended");
    assertThat(read(address).statusCode()).isEqualTo(404);
    assertThat(read(address).body()).contains("urn:chancery:problem:http-404");
  }

  @Test
  void whoHasNotLoggedInMakesNone() {
    assertThat(Guest.unknownAt(port).get("/me/feed").uri().getPath()).isEqualTo("/login");
  }

  @Test
  void theTokenIsInNoLog(CapturedOutput output) throws Exception {
    String address = address(Guest.at(port, "cultureManager"));
    String token = address.replaceAll(".*token=([^&]+).*", "$1");
    read(address);
    read(address + "&lang=%00%0A");
    read(address.replace("deadlines.ics", "nothing.ics"));
    read(address.replace("/api/feeds/", "/api//feeds/"));
    assertThat(output.getAll()).doesNotContain(token);
  }

  private Reference open(String title) {
    return desk.open(
        "ecologyClerk",
        """
        {'type': 'UNDERTAKING', 'title': {'en': '%s'}, 'responsibleBody': 'ecology',
         'parties': [{'code': 'AZ'}],
         'milestones': [{'kind': 'REPORT', 'due': '../2032-10-31'},
                        {'kind': 'REPORT', 'due': '2026-10'},
                        {'kind': 'REPORT', 'due': '2026-12-01'}]}"""
            .formatted(title));
  }

  private String address(Guest guest) {
    Matcher address = ADDRESS.matcher(guest.submit("/me/feed", "/me/feed").body());
    assertThat(address.find()).isTrue();
    return address.group(1).replace("&amp;", "&");
  }

  private static HttpResponse<String> read(String address, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    return HttpClient.newHttpClient()
        .send(
            (headers.length == 0 ? request : request.headers(headers)).build(),
            BodyHandlers.ofString());
  }

  private static List<VEvent> events(String text, Reference reference) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    return calendar.getComponents().stream()
        .map(VEvent.class::cast)
        .filter(event -> uid(event).startsWith(reference.value()))
        .toList();
  }

  private static String uid(VEvent event) {
    return event.getUid().orElseThrow().getValue();
  }
}
