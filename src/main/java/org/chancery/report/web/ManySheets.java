package org.chancery.report.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Deciding;
import org.chancery.deadline.Judgement;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.lifecycle.Assigning;
import org.chancery.lifecycle.Spot;
import org.chancery.report.web.ManySheet.Row;
import org.chancery.report.web.ManySheet.Seen;
import org.chancery.web.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a manager sees of deadlines before she rules on them at once. */
@Component
@Transactional(readOnly = true)
class ManySheets {

  private final Instruments instruments;
  private final Deadlines deadlines;
  private final Deciding deciding;
  private final Assigning assigning;

  ManySheets(Instruments instruments, Deadlines deadlines, Deciding deciding, Assigning assigning) {
    this.instruments = instruments;
    this.deadlines = deadlines;
    this.deciding = deciding;
    this.assigning = assigning;
  }

  /**
   * The sheet.
   *
   * @param listed all that lie before her
   * @param ticked those she has chosen
   * @param done those that were just decided on
   * @param refused those that were just refused, and why
   */
  public ManySheet of(
      Collection<Spot> listed, Set<Spot> ticked, Set<Spot> done, Map<Spot, Message> refused) {
    Map<Reference, Optional<Judgement>> cases = new HashMap<>();
    List<Row> rows =
        listed.stream()
            .map(spot -> row(spot, seen(spot, cases), ticked.contains(spot), refused.get(spot)))
            .toList();
    return new ManySheet(
        rows.stream().filter(row -> !done.contains(row.spot())).toList(),
        rows.stream().filter(row -> done.contains(row.spot())).toList());
  }

  private Row row(
      Spot spot,
      Optional<Seen> seen,
      boolean ticked,
      @org.jspecify.annotations.Nullable Message refused) {
    if (seen.isEmpty()) {
      return new Row(spot, null, Message.of("case.unknown", spot.reference()), 0, refused, false);
    }
    Seen at = seen.get();
    Message objection = deciding.objection(at.file(), at.milestone(), at.standing()).orElse(null);
    int tasks = assigning.steps(spot.reference(), spot.milestone()).size();
    return new Row(spot, at, objection, tasks, refused, ticked);
  }

  private Optional<Seen> seen(Spot spot, Map<Reference, Optional<Judgement>> cases) {
    return cases
        .computeIfAbsent(
            spot.reference(),
            reference ->
                instruments
                    .ifSeen(reference)
                    .map(seen -> deadlines.judgeDeadlines(instruments.known(reference))))
        .flatMap(
            judgement ->
                judgement
                    .file()
                    .milestone(spot.milestone())
                    .flatMap(
                        milestone ->
                            judgement
                                .standing(spot.milestone())
                                .map(standing -> new Seen(judgement.file(), milestone, standing))));
  }
}
