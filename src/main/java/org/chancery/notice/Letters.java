package org.chancery.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Bodies;
import org.chancery.access.Contact;
import org.chancery.access.Contacts;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Standing;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Milestone;
import org.chancery.notice.Letter.Line;
import org.chancery.notice.Letter.Link;
import org.chancery.notice.Letter.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Writes letters when they are sent, so that they tell how things stand then: to nobody who may not
 * see the case any more, has turned the kind off or reads no mail, and nothing that is over.
 */
@Component
@Transactional(readOnly = true)
class Letters {

  private final Accounts accounts;
  private final Contacts contacts;
  private final Preferences preferences;
  private final Bodies bodies;
  private final Instruments instruments;
  private final Deadlines deadlines;
  private final DigestLines digests;
  private final MessageSource messages;
  private final SpringTemplateEngine templates;
  private final NoticeSettings settings;
  private final Clock clock;

  Letters(
      Accounts accounts,
      Contacts contacts,
      Preferences preferences,
      Bodies bodies,
      Instruments instruments,
      Deadlines deadlines,
      DigestLines digests,
      MessageSource messages,
      SpringTemplateEngine templates,
      NoticeSettings settings,
      Clock clock) {
    this.accounts = accounts;
    this.contacts = contacts;
    this.preferences = preferences;
    this.bodies = bodies;
    this.instruments = instruments;
    this.deadlines = deadlines;
    this.digests = digests;
    this.messages = messages;
    this.templates = templates;
    this.settings = settings;
    this.clock = clock;
  }

  /** The letter to be sent; empty when there is nothing to tell any more. */
  Optional<Letter> of(Dispatch dispatch) {
    Kind kind = Kind.valueOf(dispatch.kind());
    Optional<Account> reader =
        accounts
            .ifOpen(dispatch.recipient())
            .filter(account -> preferences.of(account).wants(kind));
    return reader.flatMap(
        account ->
            accounts.as(
                account,
                () ->
                    kind == Kind.DIGEST
                        ? digest(account, dispatch)
                        : onCase(account, kind, dispatch)));
  }

  /** As a page of HTML. */
  String html(Letter letter) {
    return templates.process("mail", new Context(letter.locale(), Map.of("letter", letter)));
  }

  private Optional<Letter> digest(Account account, Dispatch dispatch) {
    Contact contact = contacts.of(account);
    Words words = words(contact);
    List<Section> sections = digests.of(account, dispatch, words);
    if (sections.isEmpty()) {
      return Optional.empty();
    }
    String day = words.day(instruments.today());
    return letter(
        account,
        contact,
        words.text("subject.DIGEST", day),
        words.text("lead.DIGEST"),
        sections,
        link(words.text("open.report"), "/reports/overdue"));
  }

  private Optional<Letter> onCase(Account account, Kind kind, Dispatch dispatch) {
    return Optional.ofNullable(dispatch.reference())
        .flatMap(instruments::ifSeen)
        .map(seen -> instruments.get(seen.reference()))
        .flatMap(file -> onDeadline(account, kind, dispatch, file));
  }

  private Optional<Letter> onDeadline(
      Account account, Kind kind, Dispatch dispatch, CaseFile file) {
    int id = Objects.requireNonNull(dispatch.milestone());
    Optional<Standing> standing =
        deadlines
            .judgeDeadlines(file)
            .standing(id)
            .filter(each -> Band.of(each.status()).isOpen())
            .filter(each -> dispatch.due() == null || dispatch.due().equals(each.due().latest()));
    Contact contact = contacts.of(account);
    Words words = words(contact);
    return standing.flatMap(
        each -> {
          Milestone milestone = file.milestone(id).orElseThrow();
          String tone = tone(kind, each);
          return letter(
              account,
              contact,
              words.text("subject." + tone, file.reference().value(), words.milestone(milestone)),
              words.text("lead." + tone),
              List.of(new Section(null, facts(kind, file, milestone, each, words))),
              link(words.text("open.case"), "/instruments/" + file.reference()));
        });
  }

  private String tone(Kind kind, Standing standing) {
    if (kind != Kind.REMINDER) {
      return kind.name();
    }
    long left = daysLeft(standing);
    return left > 0 ? "REMINDER.before" : left == 0 ? "REMINDER.today" : "REMINDER.late";
  }

  private long daysLeft(Standing standing) {
    LocalDate due = standing.due().latest();
    LocalDate today = clock.instant().atZone(standing.due().zone()).toLocalDate();
    return due == null ? 0 : ChronoUnit.DAYS.between(today, due);
  }

  private List<Line> facts(
      Kind kind, CaseFile file, Milestone milestone, Standing standing, Words words) {
    List<Line> lines = new ArrayList<>();
    lines.add(line(words, "case", file.reference().value()));
    lines.add(line(words, "title", file.description().title().in(words.locale())));
    lines.add(line(words, "deadline", words.milestone(milestone)));
    lines.add(line(words, "body", words.body(file.bodyOf(milestone))));
    LocalDate due = standing.due().latest();
    if (due != null) {
      long left = daysLeft(standing);
      lines.add(line(words, "due", words.day(due)));
      lines.add(line(words, left < 0 ? "late" : "left", String.valueOf(Math.abs(left))));
    }
    if (kind != Kind.REMINDER) {
      reason(kind, file, milestone).ifPresent(why -> lines.add(line(words, "reason", why)));
    }
    return lines;
  }

  /** Why a manager has asked for it. */
  private static Optional<String> reason(Kind kind, CaseFile file, Milestone milestone) {
    Decision.Kind asked = kind == Kind.REQUEST ? Decision.Kind.CHASE : Decision.Kind.ESCALATION;
    return file.decisionsOn(milestone.id())
        .reduce((before, after) -> after)
        .filter(last -> last.kind() == asked)
        .map(Decision::reason);
  }

  private static Line line(Words words, String fact, String text) {
    return new Line(words.text("fact." + fact), text, null);
  }

  private Optional<Letter> letter(
      Account account,
      Contact contact,
      String subject,
      String lead,
      List<Section> sections,
      @Nullable Link link) {
    Words words = words(contact);
    String own = settings.page("/me");
    return Optional.ofNullable(contact.email())
        .map(
            to ->
                new Letter(
                    to,
                    contact.locale(),
                    messages.getMessage("page.name", null, contact.locale()),
                    subject,
                    words.text("greeting", account.displayName()),
                    lead,
                    sections,
                    link == null ? List.of() : List.of(link),
                    own == null ? words.text("why") : words.text("why.at", own),
                    null));
  }

  private @Nullable Link link(String text, String path) {
    String url = settings.page(path);
    return url == null ? null : new Link(text, url);
  }

  private Words words(Contact contact) {
    return new Words(messages, bodies, contact.locale());
  }
}
