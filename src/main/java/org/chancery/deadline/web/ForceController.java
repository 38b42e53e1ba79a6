package org.chancery.deadline.web;

import java.time.LocalDate;
import org.chancery.calendar.Viewpoint;
import org.chancery.calendar.Viewpoints;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.EntryIntoForce;
import org.chancery.instrument.Hindsight;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When an instrument enters into force, and how that was found. */
@RestController
class ForceController {

  private final Hindsight hindsight;
  private final Deadlines deadlines;
  private final Viewpoints viewpoints;

  ForceController(Hindsight hindsight, Deadlines deadlines, Viewpoints viewpoints) {
    this.hindsight = hindsight;
    this.deadlines = deadlines;
    this.viewpoints = viewpoints;
  }

  @GetMapping("/api/instruments/{reference}/entry-into-force")
  EntryIntoForce ofCase(
      @PathVariable Reference reference,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String knownAt) {
    Viewpoint from = viewpoints.of(asOf, knownAt);
    return deadlines.entryIntoForce(hindsight.get(reference, from.knownAt()), from);
  }
}
