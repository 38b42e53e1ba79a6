package org.chancery.report.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.Standing;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Decisions;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Reference;
import org.chancery.lifecycle.Sitting;
import org.chancery.lifecycle.Spot;
import org.chancery.report.Report;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The proposed waivers of the bodies that the reader manages; the templates ask it, too. */
@Component("waivers")
@Transactional(readOnly = true)
public class Waivers {

  private final Decisions decisions;
  private final Instruments instruments;
  private final Deadlines deadlines;

  Waivers(Decisions decisions, Instruments instruments, Deadlines deadlines) {
    this.decisions = decisions;
    this.instruments = instruments;
    this.deadlines = deadlines;
  }

  /**
   * A proposed waiver.
   *
   * @param spot where it is
   * @param file its case
   * @param milestone the deadline it would lift
   * @param standing how that stands now
   * @param waiver the proposal
   * @param confirmable whether the reader may confirm it: somebody else proposed it
   * @param withdrawable whether the reader may withdraw it
   * @param refused why it was refused just now; null when it was not
   */
  public record Row(
      Spot spot,
      CaseFile file,
      Milestone milestone,
      Standing standing,
      Decision waiver,
      boolean confirmable,
      boolean withdrawable,
      @Nullable Message refused) {}

  /** How many wait for the reader to confirm them; counted up to what one sitting takes. */
  public long waiting() {
    return decisions.proposed(Sitting.MOST).stream()
        .filter(each -> decisions.mayConfirm(instruments.known(each.reference()), each.waiver()))
        .count();
  }

  /** The deadlines of these lines of the report of which a waiver is proposed. */
  Set<Spot> proposedIn(Report report) {
    Set<Reference> cases =
        report.items().stream()
            .map(item -> item.finding().subject().reference())
            .collect(Collectors.toSet());
    return decisions.proposedIn(cases).stream()
        .map(each -> Spot.of(each.reference(), each.waiver().milestone()))
        .collect(Collectors.toSet());
  }

  /** The oldest of them, as many as one sitting takes. */
  List<Row> rows(Map<Spot, Message> refused) {
    Map<Reference, Judgement> judged = new HashMap<>();
    return decisions.proposed(Sitting.MOST).stream()
        .flatMap(
            proposed -> {
              Judgement judgement = judged.computeIfAbsent(proposed.reference(), this::judge);
              return judgement
                  .standing(proposed.waiver().milestone())
                  .map(standing -> row(judgement.file(), standing, proposed.waiver(), refused))
                  .stream();
            })
        .toList();
  }

  private Judgement judge(Reference reference) {
    return deadlines.judgeDeadlines(instruments.known(reference));
  }

  private Row row(CaseFile file, Standing standing, Decision waiver, Map<Spot, Message> refused) {
    Milestone milestone = file.milestone(standing.milestone()).orElseThrow();
    Spot spot = new Spot(file.reference(), milestone.id(), waiver.id());
    return new Row(
        spot,
        file,
        milestone,
        standing,
        waiver,
        decisions.mayConfirm(file, waiver),
        decisions.mayDecide(file, milestone),
        refused.get(spot));
  }
}
