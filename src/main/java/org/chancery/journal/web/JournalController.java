package org.chancery.journal.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that happened to a case. */
@RestController
class JournalController {

  private final Journal journal;
  private final Instruments instruments;

  JournalController(Journal journal, Instruments instruments) {
    this.journal = journal;
    this.instruments = instruments;
  }

  /**
   * An entry about a case.
   *
   * @param reference the case
   */
  record CaseEntry(String reference, @JsonUnwrapped Entry entry) {

    static CaseEntry of(Entry entry) {
      return new CaseEntry(entry.subject(), entry);
    }
  }

  @GetMapping("/api/instruments/{reference}/journal")
  ResponseEntity<Page<CaseEntry>> list(
      @PathVariable Reference reference,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    instruments.get(reference);
    var entries = journal.of(reference, after, Page.limit(limit) + 1);
    return Page.of(entries, limit, entry -> String.valueOf(entry.number()))
        .map(CaseEntry::of)
        .answer();
  }
}
