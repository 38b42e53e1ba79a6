package org.chancery.report.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.BodyCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says to whom an answer is shown what it was narrowed to, in her language. */
@Component
class Narrowed {

  private static final Set<String> SAID_ELSEWHERE = Set.of("asOf", "knownAt");

  private final Reader reader;
  private final MessageSource messages;

  Narrowed(Reader reader, MessageSource messages) {
    this.reader = reader;
    this.messages = messages;
  }

  /** What the question was narrowed to, one line for each condition. */
  List<String> by(Asked asked) {
    return asked.values().keySet().stream()
        .filter(name -> !SAID_ELSEWHERE.contains(name))
        .map(name -> label(name) + ": " + said(name, asked))
        .toList();
  }

  private String label(String name) {
    String key = name.equals("rule") ? "page.why.rule" : "page." + name;
    return String.valueOf(messages.getMessage(key, null, name, reader.locale()));
  }

  private String said(String name, Asked asked) {
    return asked.all(name, value -> value(name, value)).stream().collect(Collectors.joining(", "));
  }

  private String value(String name, String value) {
    return switch (name) {
      case "body" -> reader.body(new BodyCode(value));
      case "party" -> reader.party(value);
      case "kind" -> reader.word("milestone", value);
      default -> reader.word(name, value);
    };
  }
}
