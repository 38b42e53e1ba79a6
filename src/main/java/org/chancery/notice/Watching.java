package org.chancery.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.access.BodyCode;
import org.chancery.deadline.CasesJudged;
import org.chancery.deadline.Concern;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Judgement;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Decisions;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks at a case whenever it was judged anew, which is at each change and each hour, and has told
 * what is to be told; all in the transaction of the judging, in which the case is held.
 */
@Component
class Watching implements Concern {

  private final Telling telling;
  private final WatchTable watched;
  private final ChangeTable changes;
  private final Instruments instruments;
  private final Decisions decisions;
  private final Deadlines deadlines;
  private final PartyCode home;
  private final Clock clock;

  Watching(
      Telling telling,
      WatchTable watched,
      ChangeTable changes,
      Instruments instruments,
      Decisions decisions,
      Deadlines deadlines,
      NoticeSettings settings,
      Clock clock) {
    this.telling = telling;
    this.watched = watched;
    this.changes = changes;
    this.instruments = instruments;
    this.decisions = decisions;
    this.deadlines = deadlines;
    this.home = new PartyCode(settings.home());
    this.clock = clock;
  }

  @EventListener
  void look(CasesJudged judged) {
    if (telling.isHeard()) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      Map<Reference, Map<Integer, Watched>> before =
          judged.areNew() ? Map.of() : before(judged.judgements());
      judged
          .judgements()
          .forEach(each -> look(each, before.getOrDefault(each.reference(), Map.of()), now));
    }
  }

  private Map<Reference, Map<Integer, Watched>> before(List<Judgement> judgements) {
    return watched.of(judgements.stream().map(Judgement::reference).toList());
  }

  private void look(Judgement judgement, Map<Integer, Watched> before, Instant now) {
    Reference reference = judgement.reference();
    for (Seen seen : news(judgement, before, now)) {
      Watched old = before.get(seen.watched().milestone());
      if (!seen.watched().equals(old)) {
        watched.keep(reference, seen.watched(), old != null);
      }
      seen.occasions().forEach(occasion -> telling.write(occasion, now));
      if (seen.change() != null) {
        tell(reference, seen, seen.change(), now);
      }
    }
  }

  /** What is to be kept or told of the case, after what was seen of it before. */
  private List<Seen> news(Judgement judgement, Map<Integer, Watched> before, Instant now) {
    return new Look(judgement, Policy.of(deadlines), home, now)
        .after(before).stream()
            .filter(seen -> seen.isNews(before.get(seen.watched().milestone())))
            .toList();
  }

  @Override
  public Set<Reference> concerned(List<Judgement> judgements, Instant now) {
    if (!telling.isHeard()) {
      return Set.of();
    }
    Map<Reference, Map<Integer, Watched>> before = before(judgements);
    return judgements.stream()
        .filter(each -> !news(each, before.getOrDefault(each.reference(), Map.of()), now).isEmpty())
        .map(Judgement::reference)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void tell(Reference reference, Seen seen, Change change, Instant now) {
    int milestone = seen.watched().milestone();
    changes.add(reference, milestone, seen.body(), change, now);
    telling.call(EventType.of(change), reference, milestone, milestone + "/" + now, now);
  }

  @EventListener
  void hear(CaseChanged changed) {
    if (!telling.isHeard()) {
      return;
    }
    EventType type =
        changed.change() == CaseChanged.Change.OPENED
            ? EventType.CASE_OPENED
            : EventType.CASE_CHANGED;
    telling.call(type, changed.reference(), null, UUID.randomUUID().toString(), changed.at());
    if (changed.after() instanceof Decision decision) {
      write(changed, decision);
    }
  }

  private void write(CaseChanged changed, Decision decision) {
    CaseFile file = instruments.known(changed.reference());
    Milestone milestone = file.milestone(decision.milestone()).orElseThrow();
    if (changed.change() == CaseChanged.Change.CHASED) {
      write(changed, decision, Kind.REQUEST, Set.of(file.bodyOf(milestone)));
    } else if (changed.change() == CaseChanged.Change.ESCALATED) {
      write(changed, decision, Kind.ESCALATION, decisions.bodiesAbove(file, milestone));
    }
  }

  private void write(CaseChanged changed, Decision decision, Kind kind, Set<BodyCode> bodies) {
    for (BodyCode body : bodies) {
      Occasion occasion =
          new Occasion(
              kind,
              changed.reference(),
              decision.milestone(),
              body,
              null,
              decision.id(),
              changed.at());
      telling.write(occasion, changed.at());
    }
  }
}
