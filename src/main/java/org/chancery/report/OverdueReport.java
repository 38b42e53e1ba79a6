package org.chancery.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.calendar.Viewpoints;
import org.chancery.calendar.Zones;
import org.chancery.deadline.Findings;
import org.chancery.deadline.Findings.Found;
import org.chancery.deadline.Status;
import org.chancery.instrument.Reference;
import org.chancery.web.Page;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The managers' report: what the rules say of every case that the current account may see. How
 * things stand now is looked up in the {@link Ledger} of verdicts, as long as that is of today; any
 * other day, or what was known at another moment, is judged case by case.
 */
@Component
@Transactional(readOnly = true)
public class OverdueReport {

  private static final int CHUNK = 500;

  private final Findings findings;
  private final Ledger ledger;
  private final Zones zones;
  private final Viewpoints viewpoints;

  OverdueReport(Findings findings, Ledger ledger, Zones zones, Viewpoints viewpoints) {
    this.findings = findings;
    this.ledger = ledger;
    this.zones = zones;
    this.viewpoints = viewpoints;
  }

  /**
   * A page of the answer, with the totals of all of it.
   *
   * @param after the key of the page before; null for the first
   * @throws Refusal when there is no such key
   */
  public Report page(Question question, @Nullable String after, int limit) {
    Place last = after == null ? null : Place.parse(after);
    return isKept(question)
        ? kept(question, last, Page.limit(limit))
        : judged(question, last, Page.limit(limit));
  }

  /** Hands out the whole answer, worst first, line by line. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public void each(Question question, Consumer<Item> consumer) {
    if (!isKept(question)) {
      lines(question).forEach(line -> consumer.accept(line.item()));
      return;
    }
    LocalDate day = dayOf(question);
    List<Place> chunk = ledger.find(question, day, null, CHUNK);
    while (!chunk.isEmpty()) {
      items(question, chunk, day).forEach(consumer);
      chunk = ledger.find(question, day, chunk.get(chunk.size() - 1), CHUNK);
    }
  }

  /** How many lines the answer has, of which status. */
  public Figures figures(Question question) {
    LocalDate day = dayOf(question);
    return isKept(question)
        ? ledger.figures(question, day)
        : Figures.of(lines(question).stream().map(Line::item).toList(), day);
  }

  /** The answer in figures. */
  public Summary summary(Question question) {
    List<Summary.Group> groups =
        isKept(question)
            ? ledger.groups(question, dayOf(question))
            : lines(question).stream().map(line -> Summary.Group.of(line.item())).toList();
    return Summary.of(dayOf(question), viewpoints.knownAt(question.from()), groups);
  }

  /** The day that the question is about; of an instant this house's. */
  public LocalDate dayOf(Question question) {
    return question.from().asOf().dayIn(zones.home());
  }

  private boolean isKept(Question question) {
    return question.isNow() && ledger.isCurrent();
  }

  private Report kept(Question question, @Nullable Place after, int limit) {
    LocalDate day = dayOf(question);
    Page<Place> page =
        Page.of(ledger.find(question, day, after, limit + 1), limit, Place::toString);
    return report(
        question,
        ledger.figures(question, day).totals(),
        new Page<>(items(question, page.items(), day), page.next()));
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

  /** What is to be said of the places; what has changed since they were found is left out. */
  private List<Item> items(Question question, List<Place> places, LocalDate day) {
    Set<Reference> references =
        places.stream().map(Place::reference).collect(Collectors.toUnmodifiableSet());
    Map<Place, Found> byPlace =
        findings.of(references, question.filter()).stream()
            .collect(Collectors.toMap(OverdueReport::placeOf, Function.identity()));
    return places.stream()
        .map(byPlace::get)
        .flatMap(Stream::ofNullable)
        .map(found -> Item.of(found, day))
        .toList();
  }

  private List<Line> lines(Question question) {
    LocalDate day = dayOf(question);
    return findings.all(question.filter(), question.from()).stream()
        .filter(found -> question.fits(found, day))
        .map(found -> new Line(placeOf(found), Item.of(found, day)))
        .sorted()
        .toList();
  }

  private static Place placeOf(Found found) {
    return Place.of(found.finding(), found.number());
  }

  private record Line(Place place, Item item) implements Comparable<Line> {

    @Override
    public int compareTo(Line other) {
      return place.compareTo(other.place);
    }
  }
}
