package org.chancery.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everything that ever happened to a case, page by page, the newest first. */
@Controller
class JournalPages {

  private final Instruments instruments;
  private final Journal journal;

  JournalPages(Instruments instruments, Journal journal) {
    this.instruments = instruments;
    this.journal = journal;
  }

  /** The entries below the number {@code after}; a case has one for each of its versions. */
  @GetMapping("/instruments/{reference}/journal")
  String journal(@PathVariable Reference reference, HttpServletRequest request, Model model) {
    CaseFile file = instruments.get(reference);
    Asked asked = Asked.of(request);
    Integer above = asked.one("after", Integer::valueOf);
    int newest = file.instrument().version();
    int last = above == null ? newest : Math.max(0, Math.min(newest, above - 1));
    int before = Math.max(0, last - Page.DEFAULT_LIMIT);
    List<Entry> entries = new ArrayList<>(journal.of(reference, before, last - before));
    Collections.reverse(entries);
    model.addAttribute("file", file);
    model.addAttribute("asked", asked);
    model.addAttribute("entries", entries);
    model.addAttribute("next", before > 0 ? before + 1 : null);
    return "journal";
  }
}
