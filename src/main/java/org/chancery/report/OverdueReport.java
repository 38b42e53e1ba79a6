package org.chancery.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chancery.calendar.Viewpoints;
import org.chancery.calendar.Zones;
import org.chancery.deadline.Findings.Found;
import org.chancery.deadline.Status;
import org.chancery.web.Page;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The managers' report: what the rules say of every case that the current account may see. How
 * things stand now is looked up in the {@link Ledger} of verdicts, as long as that is of today; for
 * any other day, or what was known at another moment, every case is judged in one of the {@link
 * Passes}, and then once more those of the page that is shown.
 */
@Component
public class OverdueReport {

  private static final int CHUNK = 500;

  private final Ledger ledger;
  private final Reckoning reckoning;
  private final Recent recent;
  private final Afresh afresh;
  private final Passes passes;
  private final Zones zones;
  private final Viewpoints viewpoints;
  private final TransactionOperations reading;
  private final Duration patience;
  private final Period every;

  /**
   * @param patience how long a page waits for an answer that no ledger keeps
   * @param every how long it is from one report to the next
   */
  OverdueReport(
      Ledger ledger,
      Reckoning reckoning,
      Recent recent,
      Afresh afresh,
      Passes passes,
      Zones zones,
      Viewpoints viewpoints,
      PlatformTransactionManager transactions,
      @Value("${chancery.report.patience}") Duration patience,
      @Value("${chancery.report.every}") Period every) {
    this.ledger = ledger;
    this.reckoning = reckoning;
    this.recent = recent;
    this.afresh = afresh;
    this.passes = passes;
    this.zones = zones;
    this.viewpoints = viewpoints;
    TransactionTemplate readOnly = new TransactionTemplate(transactions);
    readOnly.setReadOnly(true);
    this.reading = readOnly;
    this.patience = patience;
    this.every = every;
  }

  /**
   * Waits a moment until the questions can be answered without judging every case; for pages, so
   * that nobody sits before an empty one.
   *
   * @throws StillJudging when it takes longer; who asks again finds it farther on
   * @throws Refusal when too many such questions are being answered
   */
  public void await(Question... questions) {
    for (Question question : questions) {
      if (sweep(question).isEmpty()) {
        pass(question).await(patience);
      }
    }
  }

  /** The same for questions that are answered {@linkplain #summaries together}. */
  public void awaitAll(List<Question> questions) {
    passes.of(questions).await(patience);
  }

  /**
   * A page of the answer, with the totals of all of it.
   *
   * @param after the key of the page before; null for the first
   * @throws Refusal when there is no such key
   */
  public Report page(Question question, @Nullable String after, int limit) {
    return overview(question, after, limit, false).report();
  }

  /** A page of the answer, and the figures of the question without what a figure stands for. */
  public Overview overview(Question question, @Nullable String after, int limit) {
    return overview(question, after, limit, true);
  }

  private Overview overview(
      Question question, @Nullable String after, int limit, boolean withFigures) {
    Place last = after == null ? null : Place.parse(after);
    int most = Page.limit(limit);
    return sweep(question)
        .map(sweep -> read(() -> kept(question, last, most, sweep, withFigures)))
        .orElseGet(() -> judged(question, last, most));
  }

  /** How many lines the answer has, of which status. */
  public Figures figures(Question question) {
    LocalDate day = dayOf(question);
    return sweep(question).isPresent()
        ? read(() -> reckoning.figures(question, day, since(day)))
        : figures(pass(question), question);
  }

  private Figures figures(Pass pass, Question question) {
    LocalDate day = dayOf(question);
    return Figures.of(lines(pass, question), day, since(day));
  }

  /** The answer in figures. */
  public Summary summary(Question question) {
    if (sweep(question).isPresent()) {
      List<Summary.Group> groups = read(() -> reckoning.groups(question, dayOf(question)));
      return Summary.of(dayOf(question), viewpoints.knownAt(question.from()), groups);
    }
    Pass pass = pass(question);
    return Summary.of(
        dayOf(question), knownAt(question, pass), Summary.Group.all(lines(pass, question)));
  }

  /** The answers in figures, of questions that know the same; each case is read once for all. */
  public List<Summary> summaries(List<Question> questions) {
    Pass pass = passes.of(questions);
    List<List<Mark>> answers = pass.answers();
    return Stream.iterate(0, i -> i < questions.size(), i -> i + 1)
        .map(
            i ->
                Summary.of(
                    dayOf(questions.get(i)),
                    knownAt(questions.get(i), pass),
                    Summary.Group.all(answers.get(i).stream())))
        .toList();
  }

  /**
   * Hands out the whole answer, worst first, line by line. It is read piece by piece, so that who
   * takes it slowly keeps nobody from the database; a line that moves meanwhile may be missed.
   */
  public void each(Question question, Consumer<Item> consumer) {
    LocalDate day = dayOf(question);
    Function<@Nullable Place, List<Place>> next = places(question, day);
    List<Place> chunk = next.apply(null);
    while (!chunk.isEmpty()) {
      List<Place> places = chunk;
      read(() -> afresh.at(places, question.from())).stream()
          .map(found -> Item.of(found, day))
          .forEach(consumer);
      chunk = next.apply(chunk.get(chunk.size() - 1));
    }
  }

  /** What hands out the next places of the answer. */
  private Function<@Nullable Place, List<Place>> places(Question question, LocalDate day) {
    if (sweep(question).isPresent()) {
      return last ->
          read(() -> ledger.find(question, day, last, CHUNK)).stream().map(Spot::place).toList();
    }
    Iterator<Place> lines = lines(pass(question), question).map(Mark::place).iterator();
    return last -> next(lines);
  }

  private static List<Place> next(Iterator<Place> lines) {
    List<Place> chunk = new ArrayList<>();
    while (chunk.size() < CHUNK && lines.hasNext()) {
      chunk.add(lines.next());
    }
    return chunk;
  }

  /** The day that the question is about; of an instant this house's. */
  public LocalDate dayOf(Question question) {
    return question.from().asOf().dayIn(zones.home());
  }

  /** The day of the report before that of the day. */
  private LocalDate since(LocalDate day) {
    return day.minus(every);
  }

  /** Another text after each change of a case or table, and on each day of this house's bodies. */
  public String edition() {
    return read(ledger::edition);
  }

  /**
   * How many cases could not be judged when all were; what is said of them is of an earlier day.
   */
  public long unjudged(Question question) {
    return sweep(question).isPresent() ? read(ledger::unjudged) : 0;
  }

  /** How many cases the answer is silent about, since they make a rule fail. */
  public long leftOut(Question question) {
    return sweep(question).isPresent() ? 0 : pass(question).leftOut();
  }

  /** The last sweep, where the ledger can answer. */
  private Optional<Instant> sweep(Question question) {
    return question.isNow() ? read(ledger::sweep) : Optional.empty();
  }

  private <T> T read(Supplier<T> work) {
    return Objects.requireNonNull(reading.execute(status -> work.get()));
  }

  private Overview kept(
      Question question, @Nullable Place after, int limit, Instant sweep, boolean withFigures) {
    LocalDate day = dayOf(question);
    Page<Spot> page =
        Page.of(
            ledger.find(question, day, after, limit + 1), limit, spot -> spot.place().toString());
    Page<Item> items =
        new Page<>(
            recent.at(page.items(), sweep).stream().map(found -> Item.of(found, day)).toList(),
            page.next());
    Map<Status, Long> totals = reckoning.totals(question, day);
    return new Overview(
        withFigures
            ? reckoning.figures(question.whole(), day, since(day))
            : new Figures(List.of(), since(day)),
        report(day, viewpoints.knownAt(question.from()), totals, items));
  }

  private Overview judged(Question question, @Nullable Place after, int limit) {
    LocalDate day = dayOf(question);
    Pass pass = pass(question);
    Stream<Place> places = lines(pass, question).map(Mark::place);
    Page<Place> page =
        Page.of(
            places
                .filter(place -> after == null || place.compareTo(after) > 0)
                .limit(limit + 1L)
                .toList(),
            limit,
            Place::toString);
    List<Found> found = read(() -> afresh.at(page.items(), question.from()));
    Page<Item> items =
        new Page<>(found.stream().map(each -> Item.of(each, day)).toList(), page.next());
    return new Overview(
        Figures.of(pass.answers().get(0).stream(), day, since(day)),
        report(day, knownAt(question, pass), figures(pass, question).totals(), items));
  }

  private static Report report(
      LocalDate day, Instant knownAt, Map<Status, Long> totals, Page<Item> page) {
    return new Report(day, knownAt, totals, page.items(), page.next());
  }

  /** One pass answers the question and all that its figures stand for. */
  private Pass pass(Question question) {
    return passes.of(List.of(question.whole()));
  }

  private Stream<Mark> lines(Pass pass, Question question) {
    LocalDate day = dayOf(question);
    return pass.answers().get(0).stream().filter(line -> line.isOf(question, day));
  }

  private static Instant knownAt(Question question, Pass pass) {
    Instant asked = question.from().knownAt();
    return asked == null ? pass.begunAt() : asked;
  }
}
