package org.chancery.deadline;

import java.util.ArrayList;
import java.util.List;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Clause.Trigger;
import org.chancery.web.Message;

/** How an entry into force is found, written down sentence by sentence while it is found. */
final class Working {

  private final List<Message> sentences = new ArrayList<>();

  void note(String key, Object... arguments) {
    sentences.add(say(key, arguments));
  }

  /** What another found belongs to this as well. */
  void add(Working other) {
    sentences.addAll(other.sentences);
  }

  List<Message> sentences() {
    return List.copyOf(sentences);
  }

  static Message trigger(Trigger trigger) {
    return say("trigger." + trigger);
  }

  /** The days as one says them. */
  static Object said(Span span) {
    StatedDate date = span.stated();
    return date == null ? Message.of("finding.date.unknown") : Wording.date(date);
  }

  private static Message say(String key, Object... arguments) {
    return Message.of("finding.force." + key, arguments);
  }
}
