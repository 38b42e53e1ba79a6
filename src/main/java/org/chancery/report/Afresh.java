package org.chancery.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.calendar.Viewpoint;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Findings;
import org.chancery.deadline.Findings.Found;
import org.chancery.instrument.Reference;
import org.springframework.stereotype.Component;

/**
 * What is to be said at the places of an answer, judged once more; nobody reads it again soon. The
 * answer may be of a while ago, and so only of cases that the current account sees now.
 */
@Component
class Afresh {

  private static final FindingFilter ANY = FindingFilter.of(Question.ANY);

  private final Findings findings;
  private final Ledger ledger;

  Afresh(Findings findings, Ledger ledger) {
    this.findings = findings;
    this.ledger = ledger;
  }

  /** What the rules say at the places; what has changed since they were found is left out. */
  List<Found> at(List<Place> places, Viewpoint from) {
    Set<Reference> references = places.stream().map(Place::reference).collect(Collectors.toSet());
    Map<Place, Found> found =
        judged(ledger.seen(references), from).stream()
            .collect(Collectors.toMap(Place::of, Function.identity()));
    return places.stream().map(found::get).flatMap(Stream::ofNullable).toList();
  }

  private List<Found> judged(Collection<Reference> references, Viewpoint from) {
    return Question.isNow(from)
        ? findings.of(references, ANY)
        : findings.of(findings.batch(references, from.knownAt()), ANY, from).found();
  }
}
