package org.chancery.report.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.BodyCode;
import org.chancery.report.OverdueReport;
import org.chancery.web.Message;
import org.chancery.web.Outgoing;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The deadlines of a person for her calendar program, which comes with her token. */
@RestController
class FeedController {

  private final Feed feed;
  private final OverdueReport report;
  private final Reader reader;
  private final Accounts accounts;
  private final Clock clock;

  FeedController(Feed feed, OverdueReport report, Reader reader, Accounts accounts, Clock clock) {
    this.feed = feed;
    this.report = report;
    this.reader = reader;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Whose token it is has been found out at the door. A calendar program that has the feed already
   * is told so, and no case is judged.
   */
  @GetMapping("/api/feeds/deadlines.ics")
  @Operation(operationId = "deadlinesFeed")
  @SecurityRequirements
  @ApiResponse(
      responseCode = "200",
      description = "The calendar",
      content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
  void deadlines(@RequestParam String token, WebRequest request, HttpServletResponse response)
      throws IOException {
    CacheControl cache = CacheControl.maxAge(Duration.ofMinutes(15)).cachePrivate();
    response.setHeader(HttpHeaders.CACHE_CONTROL, cache.getHeaderValue());
    if (request.checkNotModified(edition())) {
      return;
    }
    response.setContentType("text/calendar;charset=UTF-8");
    Outgoing.send(response, this::write);
  }

  /** The same for as long as the feed says the same: to her, in her language, on the day. */
  private String edition() {
    Account reader = accounts.current();
    List<String> bodies = reader.bodies().stream().map(BodyCode::value).sorted().toList();
    String language = this.reader.locale().toLanguageTag();
    String said = report.edition() + reader.name() + reader.displayName() + bodies + language;
    return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void write(OutputStream out) throws IOException {
    CalendarWriter calendar =
        new CalendarWriter(
            new BufferedOutputStream(out), reader.locale().getLanguage(), clock.instant());
    String name = accounts.current().displayName();
    calendar.begin(reader.text(Message.of("page.feed.calendar", name)));
    for (Iterator<CalendarEntry> entries = feed.entries().iterator(); entries.hasNext(); ) {
      calendar.entry(entries.next());
    }
    calendar.end();
  }
}
