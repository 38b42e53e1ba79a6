package org.chancery.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Basis;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Source;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of findings, as keys of {@code messages/finding.properties} and what fills them.
 */
final class Wording {

  private static final String CATALOGUE = "finding.";

  /** The languages that have a name in the catalogue; of another its code must do. */
  private static final Set<String> NAMED =
      Set.of("en", "az", "kk", "ru", "tr", "uz", "ar", "fr", "de", "es", "fa", "ka", "hu", "zh");

  private Wording() {}

  /**
   * Why the milestone stands so. The places of the sentence: 0 what is due, 1 and 2 the first and
   * the last day that may be its last, 3 the days late, 4 what the deadline rests on, 5 the zone, 6
   * the days of the rule's threshold, 7 why no day can be counted, or the earliest day on which
   * what was planned can be.
   */
  static Message of(Rule rule, Deadline deadline, @Nullable Integer threshold) {
    Due due = deadline.due();
    Milestone milestone = deadline.milestone();
    return say(
        key(rule, deadline),
        say("milestone." + milestone.kind()),
        date(due.earliest()),
        date(due.latest()),
        days(deadline.daysLate()),
        restsOn(deadline),
        due.zone().getId(),
        days(threshold == null ? 0 : threshold),
        reason(deadline));
  }

  /**
   * Why the facts do not go together. The places: 0 and 1 the first's party and date, or of a text
   * its name and language, 2 its source, and so on.
   */
  static Message of(Rule rule, List<Finding.Fact> facts, @Nullable Integer threshold) {
    List<Object> places = new ArrayList<>();
    for (Finding.Fact fact : facts) {
      places.add(fact.name() == null ? party(fact) : fact.name());
      places.add(fact.language() == null ? on(fact) : language(fact.language()));
      places.add(source(fact.source()));
    }
    places.add(days(threshold == null ? 0 : threshold));
    return say(rule.id(), places.toArray());
  }

  private static Object party(Finding.Fact fact) {
    return fact.party() == null ? say("party.all") : fact.party().value();
  }

  private static Object on(Finding.Fact fact) {
    return fact.on() == null ? say("date.unknown") : date(fact.on());
  }

  private static Object language(String code) {
    return NAMED.contains(code) ? say("language." + code) : code;
  }

  /** The source as a citation, such as {@code AZERTAC, 2025-10-18}; null without a source. */
  static @Nullable String citation(@Nullable Source source) {
    if (source == null) {
      return null;
    }
    return source.date() == null ? source.outlet() : source.outlet() + ", " + source.date();
  }

  /** A date as one says it. */
  static Object date(StatedDate date) {
    if (!date.isInterval()) {
      return date.edtf();
    }
    LocalDate first = date.earliest();
    LocalDate last = date.latest();
    if (first == null || last == null) {
      return first == null ? say("date.by", date(last)) : say("date.from", date(first));
    }
    return say("date.between", first.toString(), last.toString());
  }

  private static Object date(@Nullable LocalDate day) {
    return day == null ? say("date.unknown") : day.toString();
  }

  private static String key(Rule rule, Deadline deadline) {
    boolean isImpossible = deadline.earliestPossible() != null;
    return isImpossible && rule.status().isPastDue()
        ? "impossible"
        : rule.id() + variant(rule.status(), deadline);
  }

  private static String variant(Status status, Deadline deadline) {
    if (status == Status.NOT_COMPUTABLE && deadline.reckoning() != null) {
      return ".uncounted";
    }
    if (status == Status.NOT_COMPUTABLE && deadline.due().edtf() != null) {
      return ".open-ended";
    }
    return status == Status.AT_RISK && deadline.isPerhapsDone() ? ".perhaps-done" : "";
  }

  /** What the deadline rests on, and how it was extended. */
  private static Message restsOn(Deadline deadline) {
    Message basis = basis(deadline);
    Decision extension = deadline.decided().extension();
    if (extension == null) {
      return basis;
    }
    StatedDate first = deadline.due().first();
    return say(
        "extended",
        basis,
        first == null ? say("date.unknown") : date(first),
        date(deadline.due().latest()),
        extension.body().value(),
        Objects.requireNonNull(extension.authority()));
  }

  /** How a day that a statutory term sets was found, or why there is none. */
  static Message working(Reckoning reckoning) {
    StatutoryTerm term = reckoning.term();
    if (term == null) {
      return reckoning.why();
    }
    String state = reckoning instanceof Reckoning.Dated ? "dated" : "undated";
    return say("term." + state, basis(term), reckoning.why());
  }

  /** Where the deadline is stated, or the law that sets it. */
  static @Nullable String citationOf(Deadline deadline) {
    Reckoning reckoning = deadline.reckoning();
    StatutoryTerm term = reckoning == null ? null : reckoning.term();
    return term == null ? citation(deadline.milestone().source()) : term.citation();
  }

  private static Object reason(Deadline deadline) {
    LocalDate possible = deadline.earliestPossible();
    if (possible != null) {
      return possible.toString();
    }
    return deadline.reckoning() == null ? "" : deadline.reckoning().why();
  }

  private static Message basis(StatutoryTerm term) {
    return term.basis() == Basis.POLICY
        ? say("basis.POLICY")
        : say("basis." + term.basis() + ".cited", term.citation());
  }

  private static Message basis(Deadline deadline) {
    return deadline.reckoning() == null
        ? basis(deadline.milestone())
        : working(deadline.reckoning());
  }

  private static Message basis(Milestone milestone) {
    String citation = citation(milestone.source());
    Basis basis = milestone.restsOn();
    if (basis == null) {
      return say("basis.none");
    }
    return citation == null ? say("basis." + basis) : say("basis." + basis + ".cited", citation);
  }

  private static Message source(@Nullable Source source) {
    String citation = citation(source);
    return citation == null ? say("source.own") : say("source.cited", citation);
  }

  private static Message days(@Nullable DaysLate late) {
    if (late == null || late.min() == late.max()) {
      return days(late == null ? 0 : late.min());
    }
    return say("days.between", late.min(), late.max());
  }

  private static Message days(int days) {
    return say("days", days);
  }

  private static Message say(String key, Object... arguments) {
    return Message.of(CATALOGUE + key, arguments);
  }
}
