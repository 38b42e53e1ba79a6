package org.chancery.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chancery.access.Contact;
import org.chancery.journal.RootLines;
import org.chancery.notice.Letter.Enclosure;
import org.chancery.notice.Letter.Line;
import org.chancery.notice.Letter.Section;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes the letters that take the roots of the journals out of the house. Each tells all that its
 * reader has not been sent yet, so that what could not be sent goes with the next; and encloses the
 * same lines as a file, for whoever verifies.
 */
@Component
class RootLetters {

  /** An address has chosen no language. */
  private static final Locale LOCALE = Contact.UNKNOWN.locale();

  private final Outbox outbox;
  private final RootLines roots;
  private final MessageSource messages;
  private final NoticeSettings settings;

  RootLetters(Outbox outbox, RootLines roots, MessageSource messages, NoticeSettings settings) {
    this.outbox = outbox;
    this.roots = roots;
    this.messages = messages;
    this.settings = settings;
  }

  /** The letter to be sent; empty when its reader has these roots, or is to have none any more. */
  Optional<Letter> of(Dispatch dispatch) {
    String to = dispatch.recipient();
    long after = outbox.progress(to, Dispatch.ROOTS).told();
    List<String> lines =
        settings.rootsTo().contains(to) ? roots.of(after, dispatch.until()) : List.of();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(letter(to, after + 1, dispatch.until(), lines));
  }

  private Letter letter(String to, long first, long last, List<String> lines) {
    String name = "roots-%d-%d.jsonl".formatted(first, last);
    return new Letter(
        to,
        LOCALE,
        text("page.name"),
        text("notice.subject.ROOTS", String.valueOf(first), String.valueOf(last)),
        text("notice.greeting.ROOTS"),
        text("notice.lead.ROOTS", name),
        List.of(new Section(null, lines.stream().map(RootLetters::line).toList())),
        List.of(),
        text("notice.why.ROOTS"),
        new Enclosure(name, String.join("\n", lines) + "\n"));
  }

  private String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LOCALE);
  }

  private static Line line(String root) {
    return new Line(null, root, null);
  }
}
