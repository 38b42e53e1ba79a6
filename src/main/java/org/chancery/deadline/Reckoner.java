package org.chancery.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.calendar.Answer;
import org.chancery.calendar.Counting;
import org.chancery.calendar.Term;
import org.chancery.calendar.WorkingCalendar;
import org.chancery.instrument.Milestone;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/** Counts the days that statutory terms set in one case. Dates are arithmetic, so this is code. */
final class Reckoner {

  /** Counting there and back may differ by weekends, feasts and ends of months. */
  private static final int AROUND = 20;

  private final TermsOfCase terms;
  private final StatutoryTerms table;
  private final LocalDate firstStart;
  private final Function<Milestone, WorkingCalendar> calendars;

  /**
   * @param firstStart the day this house began to work
   * @param calendars on which days one works where a deadline must be met
   */
  Reckoner(
      TermsOfCase terms,
      StatutoryTerms table,
      LocalDate firstStart,
      Function<Milestone, WorkingCalendar> calendars) {
    this.terms = terms;
    this.table = table;
    this.firstStart = firstStart;
    this.calendars = calendars;
  }

  /**
   * What follows for the deadline, which a statutory term sets.
   *
   * @param isDone whether it is surely done
   */
  Reckoning of(Milestone milestone, boolean isDone) {
    Milestone.Statutory set = Objects.requireNonNull(milestone.statutory());
    List<StatutoryTerm> versions = table.versions(set.id());
    List<StatutoryTerm> applying =
        versions.stream().filter(row -> terms.sets(row, milestone)).toList();
    if (applying.isEmpty()) {
      return versions.isEmpty()
          ? new Reckoning.NotApplicable(null, say("gone", set.id()))
          : new Reckoning.NotApplicable(versions.get(0), say("unfit"));
    }
    StatutoryTerm row = applying.get(0);
    if (terms.isDisplaced(row, milestone)) {
      return new Reckoning.NotApplicable(row, say("displaced"));
    }
    if (!isDone && terms.isOver(row, milestone)) {
      return new Reckoning.NotApplicable(row, say("over"));
    }
    return terms
        .start(row, set.event())
        .map(start -> counted(milestone, applying, start))
        .orElseGet(() -> new Reckoning.NotStarted(row, say("waits", Starts.what(row.trigger()))));
  }

  /** A rule is applied as it stood on the day of its trigger. */
  private Reckoning counted(Milestone milestone, List<StatutoryTerm> applying, Starts.Start start) {
    List<StatutoryTerm> holding =
        applying.stream().filter(row -> row.during(start.when()) != null).toList();
    if (holding.isEmpty()) {
      return new Reckoning.NotApplicable(applying.get(0), say("not-in-force"));
    }
    StatutoryTerm row = holding.get(holding.size() - 1);
    if (start.when().equals(Span.UNKNOWN)) {
      return new Reckoning.NotComputable(row, say("undated-trigger", start.what()));
    }
    for (StatutoryTerm each : holding) {
      LocalDate from = each.bindsFromFirstStart() ? firstStart : each.bindsFrom();
      if (from != null && !start.when().isSurelyAfter(from.minusDays(1))) {
        return new Reckoning.NotApplicable(row, say("earlier", from.toString()));
      }
    }
    return dated(milestone, holding, start, row);
  }

  private Reckoning dated(
      Milestone milestone, List<StatutoryTerm> holding, Starts.Start start, StatutoryTerm row) {
    WorkingCalendar calendar = calendars.apply(milestone);
    List<Message> sentences = new ArrayList<>();
    Span due = null;
    for (StatutoryTerm each : holding) {
      Term term = Objects.requireNonNull(each.term());
      Answer<Span> counted =
          count(term, Objects.requireNonNull(each.during(start.when())), calendar);
      if (counted instanceof Answer.NotComputable<Span> none) {
        return new Reckoning.NotComputable(each, none.reason());
      }
      Span days = ((Answer.Known<Span>) counted).value();
      due = due == null ? days : due.or(days);
      sentences.add(phrase(term, start));
    }
    return bounded(
        new Reckoning.Dated(
            row,
            sentences.get(sentences.size() - 1),
            Objects.requireNonNull(due),
            planned(row, start),
            start.since()));
  }

  /** Where it ends no sooner than the party's consent, it waits for that. */
  private Reckoning bounded(Reckoning.Dated dated) {
    if (!dated.term().notBeforeConsent()) {
      return dated;
    }
    Span consent = terms.consent(dated.term()).orElse(null);
    if (consent == null) {
      return new Reckoning.NotStarted(dated.term(), say("consent", dated.why()));
    }
    return new Reckoning.Dated(
        dated.term(),
        say("after-consent", dated.why(), Working.said(consent)),
        dated.due().last(consent),
        null,
        Span.later(dated.since(), consent.earliest()));
  }

  private static @Nullable Span planned(StatutoryTerm row, Starts.Start start) {
    boolean hangsOnPlan = row.trigger().pick() == TermTrigger.Pick.PLANNED_SIGNING;
    return hangsOnPlan ? start.when() : null;
  }

  /**
   * The first day on which the planned act can be if its proposal is made today; null unless its
   * day has passed while the planned day still lies ahead.
   */
  @Nullable LocalDate earliestPossible(Milestone milestone, Reckoning reckoning, LocalDate today) {
    boolean isMissed =
        reckoning instanceof Reckoning.Dated dated
            && dated.planned() != null
            && !dated.planned().isSurelyBy(today.minusDays(1))
            && dated.due().isSurelyBy(today.minusDays(1));
    Term term = reckoning.term() == null ? null : reckoning.term().term();
    return isMissed && term != null ? earliest(term, today, calendars.apply(milestone)) : null;
  }

  private static @Nullable LocalDate earliest(
      Term term, LocalDate today, WorkingCalendar calendar) {
    Term onwards =
        new Term(
            term.count(),
            term.unit(),
            Term.Direction.AFTER,
            term.firstDayCounted(),
            term.monthEnd());
    return Counting.count(onwards, today, calendar) instanceof Answer.Known<LocalDate> about
        ? Stream.iterate(about.value().minusDays(AROUND), day -> day.plusDays(1))
            .limit(2L * AROUND + 1)
            .filter(day -> isLateEnough(term, day, today, calendar))
            .findFirst()
            .orElse(null)
        : null;
  }

  private static boolean isLateEnough(
      Term term, LocalDate day, LocalDate today, WorkingCalendar calendar) {
    return Counting.count(term, day, calendar) instanceof Answer.Known<LocalDate> start
        && !start.value().isBefore(today);
  }

  private static Answer<Span> count(Term term, Span from, WorkingCalendar calendar) {
    Answer<LocalDate> first = count(term, from.earliest(), calendar);
    Answer<LocalDate> last = count(term, from.latest(), calendar);
    if (first instanceof Answer.NotComputable<LocalDate> none && from.earliest() != null) {
      return Answer.notComputable(none.reason());
    }
    if (last instanceof Answer.NotComputable<LocalDate> none && from.latest() != null) {
      return Answer.notComputable(none.reason());
    }
    return Answer.of(new Span(known(first), known(last)));
  }

  private static Answer<LocalDate> count(
      Term term, @Nullable LocalDate day, WorkingCalendar calendar) {
    return day == null
        ? Answer.notComputable(Message.of("finding.date.unknown"))
        : Counting.count(term, day, calendar);
  }

  private static @Nullable LocalDate known(Answer<LocalDate> answer) {
    return answer instanceof Answer.Known<LocalDate> day ? day.value() : null;
  }

  private static Message phrase(Term term, Starts.Start start) {
    Object when = Working.said(start.when());
    if (term.count() == 0) {
      return say("on", start.what(), when);
    }
    String counted = term.firstDayCounted() ? ".counted" : "";
    return say(term.direction() + counted, length(term), start.what(), when);
  }

  private static Message length(Term term) {
    return say("length." + term.unit(), term.count());
  }

  private static Message say(String key, Object... arguments) {
    return Message.of("finding.term." + key, arguments);
  }
}
