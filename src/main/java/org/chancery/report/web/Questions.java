package org.chancery.report.web;

import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.math.NumberUtils;
import org.chancery.access.Bodies;
import org.chancery.calendar.Viewpoints;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Severity;
import org.chancery.deadline.Status;
import org.chancery.instrument.Basis;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Stage;
import org.chancery.process.Processes;
import org.chancery.report.Figures;
import org.chancery.report.Narrowing;
import org.chancery.report.Question;
import org.chancery.report.Side;
import org.chancery.report.Side.Whose;
import org.chancery.web.InvalidValue;
import org.chancery.web.OneOf;
import org.chancery.web.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the question to the report out of an address. */
@Component
class Questions {

  /** So far ahead deadlines are told of. */
  private static final int MOST_DAYS = Figures.LATER;

  private final Viewpoints viewpoints;
  private final Processes processes;
  private final Bodies bodies;
  private final Deadlines deadlines;
  private final PartyCode home;

  Questions(
      Viewpoints viewpoints,
      Processes processes,
      Bodies bodies,
      Deadlines deadlines,
      @Value("${chancery.home}") String home) {
    this.viewpoints = viewpoints;
    this.processes = processes;
    this.bodies = bodies;
    this.deadlines = deadlines;
    this.home = new PartyCode(home);
  }

  /**
   * The question, of the usual statuses where none is named.
   *
   * @throws Refusal when a value is not of its kind
   */
  Question usual(Asked asked) {
    return of(asked, statuses(asked, Question.USUAL));
  }

  /** The statuses that are named; else any, where it matters what falls due or was extended. */
  static Set<Status> statuses(Asked asked, Set<Status> usual) {
    Set<Status> named = asked.all("status", OneOf.of(Status.class));
    if (!named.isEmpty()) {
      return named;
    }
    return asked.has("dueWithin") || asked.has("extended") ? Question.ANY : usual;
  }

  /** The question how things stand now. */
  Question now() {
    return of(new Asked("", Map.of()), Question.USUAL);
  }

  /** The question, of these statuses; empty for any. */
  Question of(Asked asked, Set<Status> statuses) {
    FindingFilter filter =
        new FindingFilter(
            statuses,
            asked.one("rule", deadlines::knownRule),
            asked.one("body", bodies::known),
            asked.party(),
            asked.one("severity", OneOf.of(Severity.class)),
            asked.one("basis", OneOf.of(Basis.class)),
            asked.day("becameOverdueSince"));
    String knownAt = asked.has("knownAt") ? asked.text("knownAt") : null;
    return new Question(viewpoints.of(asked.day("asOf"), knownAt), filter, narrowing(asked));
  }

  private Narrowing narrowing(Asked asked) {
    String person = asked.one("person", value -> value);
    return new Narrowing(
        asked.one("kind", OneOf.of(MilestoneKind.class)),
        asked.one("type", OneOf.of(InstrumentType.class)),
        asked.one("subject", value -> value),
        asked.one("stage", OneOf.of(Stage.class)),
        asked.one("extended", Questions::yesOrNo),
        asked.one("dueWithin", Questions::days),
        asked.one(
            "side", value -> new Side(OneOf.of(Whose.class).apply(value), home, asked.party())),
        person,
        person == null ? null : processes.heldBy(person));
  }

  private static boolean yesOrNo(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidValue("field.choice", value, "true, false");
    };
  }

  private static int days(String value) {
    int days = NumberUtils.toInt(value, -1);
    if (days < 0 || days > MOST_DAYS) {
      throw new InvalidValue("table.between", value, "0", Integer.toString(MOST_DAYS));
    }
    return days;
  }
}
