package org.chancery.journal.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Role;
import org.chancery.journal.Entry;
import org.chancery.journal.HouseJournal;
import org.chancery.web.Page;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed in the house: registrars and administrators read all, lawyers of their tables. */
@RestController
class HouseJournalController {

  private static final String TABLES = "table/";

  private final HouseJournal journal;
  private final Accounts accounts;

  HouseJournalController(HouseJournal journal, Accounts accounts) {
    this.journal = journal;
    this.accounts = accounts;
  }

  /**
   * An entry about the house.
   *
   * @param subject what changed, such as {@code account/anna} or {@code table/thresholds}
   */
  record HouseEntry(String subject, @JsonUnwrapped Entry entry) {

    static HouseEntry of(Entry entry) {
      return new HouseEntry(entry.subject(), entry);
    }
  }

  @GetMapping("/api/journal")
  ResponseEntity<Page<HouseEntry>> list(
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
    var entries = journal.of(readable(subject), after, Page.limit(limit) + 1);
    return Page.of(entries, limit, entry -> String.valueOf(entry.number()))
        .map(HouseEntry::of)
        .answer();
  }

  /** The subject asked for, where the account may read of it. */
  private String readable(String subject) {
    Account account = accounts.current();
    if (account.is(Role.REGISTRAR) || account.is(Role.ADMIN)) {
      return subject;
    }
    if (account.is(Role.LAWYER) && (subject.isEmpty() || subject.startsWith(TABLES))) {
      return subject.isEmpty() ? TABLES : subject;
    }
    throw Refusal.of(Kind.FORBIDDEN, "journal.house");
  }
}
