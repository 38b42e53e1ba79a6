package org.chancery.deadline.web;

import java.time.LocalDate;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.EntryIntoForce;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When an instrument enters into force, and how that was found. */
@RestController
class ForceController {

  private final Instruments instruments;
  private final Deadlines deadlines;
  private final AsOfParameter time;

  ForceController(Instruments instruments, Deadlines deadlines, AsOfParameter time) {
    this.instruments = instruments;
    this.deadlines = deadlines;
    this.time = time;
  }

  @GetMapping("/api/instruments/{reference}/entry-into-force")
  EntryIntoForce ofCase(
      @PathVariable Reference reference,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String knownAt) {
    return deadlines.entryIntoForce(instruments.get(reference), time.of(asOf, knownAt));
  }
}
