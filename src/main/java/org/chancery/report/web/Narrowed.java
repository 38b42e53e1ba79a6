package org.chancery.report.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.BodyCode;
import org.chancery.instrument.PartyCode;
import org.chancery.web.Message;
import org.springframework.stereotype.Component;

/** Says to whom an answer is shown what it was narrowed to, in her language. */
@Component
class Narrowed {

  private final Reader reader;

  Narrowed(Reader reader) {
    this.reader = reader;
  }

  /** What the question was narrowed to, one line for each condition. */
  List<String> by(Asked asked) {
    return Stream.of(
            line(asked, "status", "page.status"),
            line(asked, "body", "page.body"),
            line(asked, "kind", "page.kind"),
            line(asked, "party", "page.party"),
            line(asked, "side", "page.side"),
            line(asked, "type", "page.type"),
            line(asked, "stage", "page.stage"),
            line(asked, "subject", "page.field.subject"),
            line(asked, "basis", "page.basis"),
            line(asked, "severity", "page.export.severity"),
            line(asked, "rule", "page.why.rule"),
            line(asked, "person", "page.person"),
            line(asked, "becameOverdueSince", "page.becameOverdueSince"),
            line(asked, "dueWithin", "page.export.dueWithin"),
            line(asked, "extended", "page.extended"))
        .flatMap(lines -> lines)
        .toList();
  }

  private Stream<String> line(Asked asked, String name, String label) {
    return asked.has(name)
        ? Stream.of(reader.text(Message.of(label)) + ": " + said(asked, name))
        : Stream.empty();
  }

  private String said(Asked asked, String name) {
    return asked.all(name, value -> value(name, value)).stream().collect(Collectors.joining(", "));
  }

  private String value(String name, String value) {
    return switch (name) {
      case "body" -> reader.body(new BodyCode(value));
      case "party" -> reader.party(PartyCode.typed(value));
      case "person" -> reader.person(value);
      case "kind" -> reader.word("milestone", value);
      case "becameOverdueSince" -> reader.day(LocalDate.parse(value));
      case "extended" -> reader.text(Message.of(value.equals("true") ? "page.yes" : "page.no"));
      default -> reader.word(name, value);
    };
  }
}
