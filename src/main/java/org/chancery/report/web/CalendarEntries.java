package org.chancery.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.BodyCode;
import org.chancery.deadline.Due;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Standing;
import org.chancery.deadline.Status;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.report.Item;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Deadlines as entries of a calendar, in the language of the current reader. */
@Component
class CalendarEntries {

  private final Reader reader;
  private final SheetColumns columns;
  private final Links links;
  private final String house;

  CalendarEntries(
      Reader reader, SheetColumns columns, Links links, @Value("${chancery.home}") String home) {
    this.reader = reader;
    this.columns = columns;
    this.links = links;
    this.house = home.toLowerCase(Locale.ROOT) + ".chancery";
  }

  /** The item's, as it was known at the instant; empty where no day is known. */
  Optional<CalendarEntry> of(Item item, Instant knownAt) {
    Finding finding = item.finding();
    Due due = finding.due();
    if (due == null || due.latest() == null) {
      return Optional.empty();
    }
    Finding.Subject subject = finding.subject();
    String what = named(columns.what(item), columns.name(item));
    String title = reader.title(item.title());
    return Optional.of(
        entry(
            uid(subject.reference(), subject.milestone(), subject.target()),
            due,
            what + " · " + title,
            lines(
                reader.text(finding.explanation()),
                more(title, finding.status(), finding.body(), item.party(), due)),
            subject.reference(),
            knownAt,
            0));
  }

  /** The deadline's as it stands; empty where no day is known. */
  Optional<CalendarEntry> of(CaseFile file, Milestone milestone, Standing standing) {
    Due due = standing.due();
    if (due.latest() == null) {
      return Optional.empty();
    }
    String name = milestone.name() == null ? null : reader.title(milestone.name());
    String title = reader.title(file.description().title());
    BodyCode body = file.bodyOf(milestone);
    return Optional.of(
        entry(
            uid(file.reference(), milestone.id(), null),
            due,
            named(reader.word("milestone", milestone.kind()), name) + " · " + title,
            more(title, standing.status(), body, milestone.party(), due),
            file.reference(),
            file.instrument().updatedAt(),
            file.instrument().version()));
  }

  private CalendarEntry entry(
      String uid,
      Due due,
      String summary,
      String description,
      Reference reference,
      Instant changedAt,
      int sequence) {
    LocalDate day = Objects.requireNonNull(due.latest());
    return new CalendarEntry(
        uid,
        day,
        isTentative(due),
        summary,
        description,
        links.ofCase(reference),
        changedAt,
        sequence);
  }

  /** What no source and no decision states exactly. */
  private static boolean isTentative(Due due) {
    boolean isOneDay = Objects.equals(due.earliest(), due.latest());
    boolean isComputed = !due.working().isEmpty() && due.first() == null;
    return !isOneDay || isComputed;
  }

  /** Which deadline it is, whatever becomes of its date. */
  private String uid(Reference reference, @Nullable Integer milestone, @Nullable String target) {
    String part = milestone == null ? "t-" + target : "m-" + milestone;
    return reference + "-" + part + "@" + house;
  }

  private static String named(String what, @Nullable String name) {
    return name == null ? what : what + ": " + name;
  }

  private String more(
      String title, Status status, @Nullable BodyCode body, @Nullable PartyCode party, Due due) {
    return lines(
        said("page.instrument", title),
        said("page.status", reader.word("status", status)),
        body == null ? null : said("page.body", reader.body(body)),
        party == null ? null : said("page.party", reader.party(party)),
        said("page.due", days(due)),
        due.statedAs() == null ? null : reader.text(Message.of("page.stated", due.statedAs())),
        due.first() == null
            ? null
            : reader.text(Message.of("page.firstDue", reader.date(due.first()))));
  }

  private String days(Due due) {
    String latest = reader.day(Objects.requireNonNull(due.latest()));
    String days =
        due.earliest() == null || due.earliest().equals(due.latest())
            ? latest
            : reader.day(due.earliest()) + " – " + latest;
    return days + ", " + due.zone();
  }

  private String said(String label, String text) {
    return reader.text(Message.of(label)) + ": " + text;
  }

  private static String lines(@Nullable String... lines) {
    return Stream.of(lines).filter(Objects::nonNull).collect(Collectors.joining("\n"));
  }
}
