package org.chancery.deadline.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.chancery.calendar.StatedDate;
import org.chancery.calendar.Viewpoint;
import org.chancery.calendar.Viewpoints;
import org.chancery.deadline.DaysLate;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Due;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.Standing;
import org.chancery.deadline.Status;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Hindsight;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Reference;
import org.chancery.web.Etag;
import org.chancery.web.Page;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The deadlines of a case with how they stand. */
@RestController
@RequestMapping("/api/instruments/{reference}/milestones")
class StandingController {

  private final Hindsight hindsight;
  private final Deadlines deadlines;
  private final Viewpoints viewpoints;

  StandingController(Hindsight hindsight, Deadlines deadlines, Viewpoints viewpoints) {
    this.hindsight = hindsight;
    this.deadlines = deadlines;
    this.viewpoints = viewpoints;
  }

  /**
   * A milestone with how it stands.
   *
   * @param milestone what is stated of it
   * @param status its status
   * @param dueBy its deadline as computed
   * @param daysLate how late it is, or was done
   * @param closedOn the day it was done
   * @param closedBy the event that closed it
   * @param impossible whether what was planned cannot be on its day any more, since the deadline
   *     before it has passed
   * @param earliestPossible the earliest day on which it can be; null where nothing is impossible
   * @param extended whether a manager extended it; the first deadline is in {@code dueBy}
   * @param decisions what managers decided on it
   */
  record MilestoneView(
      @JsonUnwrapped Milestone milestone,
      Status status,
      Due dueBy,
      @Nullable DaysLate daysLate,
      @Nullable StatedDate closedOn,
      @Nullable Integer closedBy,
      boolean impossible,
      @Nullable LocalDate earliestPossible,
      boolean extended,
      List<Decision> decisions) {

    static MilestoneView of(Milestone milestone, Standing standing, List<Decision> decisions) {
      return new MilestoneView(
          milestone,
          standing.status(),
          standing.due(),
          standing.daysLate(),
          standing.closedOn(),
          standing.closedBy(),
          standing.earliestPossible() != null,
          standing.earliestPossible(),
          standing.extended(),
          decisions);
    }
  }

  @GetMapping
  ResponseEntity<Page<MilestoneView>> list(
      @PathVariable Reference reference,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String knownAt,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    Viewpoint from = viewpoints.of(asOf, knownAt);
    List<MilestoneView> later =
        views(hindsight.get(reference, from.knownAt()), from).stream()
            .filter(view -> view.milestone().id() > after)
            .limit(Page.limit(limit) + 1L)
            .toList();
    return Page.of(later, limit, view -> String.valueOf(view.milestone().id())).answer();
  }

  /** What was known earlier carries no entity tag: nothing that is corrected rests on it. */
  @GetMapping("/{id}")
  ResponseEntity<MilestoneView> get(
      @PathVariable Reference reference,
      @PathVariable int id,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String knownAt) {
    Viewpoint from = viewpoints.of(asOf, knownAt);
    CaseFile file = hindsight.get(reference, from.knownAt());
    MilestoneView found =
        views(file, from).stream()
            .filter(view -> view.milestone().id() == id)
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("milestone.unknown", id));
    return from.knownAt() == null
        ? ResponseEntity.ok().eTag(Etag.of(file.instrument().version())).body(found)
        : ResponseEntity.ok(found);
  }

  private static MilestoneView view(Milestone milestone, Standing standing, CaseFile file) {
    return MilestoneView.of(milestone, standing, file.decisionsOn(milestone.id()).toList());
  }

  private List<MilestoneView> views(CaseFile file, Viewpoint from) {
    return views(deadlines.judge(file, from));
  }

  /** The deadlines of the case as judged. */
  static List<MilestoneView> views(Judgement judgement) {
    return judgement.file().milestones().stream()
        .flatMap(
            milestone ->
                judgement.standing(milestone.id()).stream()
                    .map(standing -> view(milestone, standing, judgement.file())))
        .toList();
  }
}
