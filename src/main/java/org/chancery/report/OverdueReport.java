package org.chancery.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.calendar.Viewpoints;
import org.chancery.calendar.Zones;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Findings;
import org.chancery.deadline.Findings.Found;
import org.chancery.deadline.Status;
import org.chancery.instrument.Reference;
import org.chancery.web.Page;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The managers' report: what the rules say of every case that the current account may see. How
 * things stand now is looked up in the {@link Ledger} of verdicts, as long as that is of today; any
 * other day, or what was known at another moment, is judged case by case.
 */
@Component
@Transactional(readOnly = true)
public class OverdueReport {

  private static final int CHUNK = 500;

  private static final FindingFilter ANY = FindingFilter.of(Question.ANY);

  private final Findings findings;
  private final Ledger ledger;
  private final Recent recent;
  private final Zones zones;
  private final Viewpoints viewpoints;
  private final TransactionOperations reading;

  OverdueReport(
      Findings findings,
      Ledger ledger,
      Recent recent,
      Zones zones,
      Viewpoints viewpoints,
      PlatformTransactionManager transactions) {
    this.findings = findings;
    this.ledger = ledger;
    this.recent = recent;
    this.zones = zones;
    this.viewpoints = viewpoints;
    TransactionTemplate readOnly = new TransactionTemplate(transactions);
    readOnly.setReadOnly(true);
    this.reading = readOnly;
  }

  /**
   * A page of the answer, with the totals of all of it.
   *
   * @param after the key of the page before; null for the first
   * @throws Refusal when there is no such key
   */
  public Report page(Question question, @Nullable String after, int limit) {
    Place last = after == null ? null : Place.parse(after);
    int most = Page.limit(limit);
    return sweep(question)
        .map(sweep -> kept(question, last, most, sweep))
        .orElseGet(() -> judged(question, last, most));
  }

  /**
   * Hands out the whole answer, worst first, line by line. It is read piece by piece, so that who
   * takes it slowly keeps nobody from the database; a line that moves meanwhile may be missed.
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void each(Question question, Consumer<Item> consumer) {
    LocalDate day = dayOf(question);
    if (read(() -> sweep(question)).isEmpty()) {
      read(() -> lines(question)).forEach(line -> consumer.accept(line.item()));
      return;
    }
    @Nullable Place last = null;
    List<Spot> chunk = chunk(question, day, last);
    while (!chunk.isEmpty()) {
      List<Spot> spots = chunk;
      read(() -> judged(spots)).stream().map(found -> Item.of(found, day)).forEach(consumer);
      last = chunk.get(chunk.size() - 1).place();
      chunk = chunk(question, day, last);
    }
  }

  private List<Spot> chunk(Question question, LocalDate day, @Nullable Place last) {
    return read(() -> ledger.find(question, day, last, CHUNK));
  }

  private <T> T read(Supplier<T> work) {
    return Objects.requireNonNull(reading.execute(status -> work.get()));
  }

  /** What was not asked for lately is judged; nobody reads it again soon. */
  private List<Found> judged(List<Spot> spots) {
    Set<Reference> references =
        spots.stream().map(spot -> spot.place().reference()).collect(Collectors.toSet());
    Map<Place, Found> found =
        findings.of(references, ANY).stream()
            .collect(Collectors.toMap(Place::of, Function.identity()));
    return spots.stream().map(spot -> found.get(spot.place())).flatMap(Stream::ofNullable).toList();
  }

  /** How many lines the answer has, of which status. */
  public Figures figures(Question question) {
    LocalDate day = dayOf(question);
    return sweep(question).isPresent()
        ? ledger.figures(question, day)
        : Figures.of(lines(question).stream().map(Line::item).toList(), day);
  }

  /** The answer in figures. */
  public Summary summary(Question question) {
    List<Summary.Group> groups =
        sweep(question).isPresent()
            ? ledger.groups(question, dayOf(question))
            : lines(question).stream().map(line -> Summary.Group.of(line.item())).toList();
    return Summary.of(dayOf(question), viewpoints.knownAt(question.from()), groups);
  }

  /** The day that the question is about; of an instant this house's. */
  public LocalDate dayOf(Question question) {
    return question.from().asOf().dayIn(zones.home());
  }

  /** The last sweep, where the ledger can answer. */
  private Optional<Instant> sweep(Question question) {
    return question.isNow() ? ledger.sweep() : Optional.empty();
  }

  private Report kept(Question question, @Nullable Place after, int limit, Instant sweep) {
    LocalDate day = dayOf(question);
    Page<Spot> page =
        Page.of(
            ledger.find(question, day, after, limit + 1), limit, spot -> spot.place().toString());
    List<Item> items =
        recent.at(page.items(), sweep).stream().map(found -> Item.of(found, day)).toList();
    return report(question, ledger.figures(question, day).totals(), new Page<>(items, page.next()));
  }

  private Report judged(Question question, @Nullable Place after, int limit) {
    List<Line> all = lines(question);
    Page<Line> page =
        Page.of(
            all.stream()
                .filter(line -> after == null || line.place().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList(),
            limit,
            line -> line.place().toString());
    Figures figures = Figures.of(all.stream().map(Line::item).toList(), dayOf(question));
    return report(question, figures.totals(), page.map(Line::item));
  }

  private Report report(Question question, Map<Status, Long> totals, Page<Item> page) {
    return new Report(
        dayOf(question), viewpoints.knownAt(question.from()), totals, page.items(), page.next());
  }

  private List<Line> lines(Question question) {
    LocalDate day = dayOf(question);
    return findings.all(question.filter(), question.from()).stream()
        .filter(found -> question.fits(found, day))
        .map(found -> new Line(Place.of(found), Item.of(found, day)))
        .sorted()
        .toList();
  }

  private record Line(Place place, Item item) implements Comparable<Line> {

    @Override
    public int compareTo(Line other) {
      return place.compareTo(other.place);
    }
  }
}
