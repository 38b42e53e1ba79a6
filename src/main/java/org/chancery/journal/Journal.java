package org.chancery.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.CaseChanged.Change;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything that ever happened to a case: one entry per change, appended in the transaction of the
 * change, each sealed with the hash of the one before.
 */
@Component
public class Journal {

  private final Entries entries;

  Journal(JdbcClient jdbc, ObjectMapper json) {
    this.entries = Entries.ofCases(jdbc, json);
  }

  /** The entries of the case after the number, oldest first. */
  public List<Entry> of(Reference reference, int after, int limit) {
    return entries.list(
        "where reference = :reference and number > :after order by number limit :limit",
        Map.of("reference", reference.value(), "after", after, "limit", limit));
  }

  /**
   * The case is locked by the change itself, so that the last entry is the last. What follows from
   * a change follows its entry.
   */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void append(CaseChanged changed) {
    entries.append(
        last(changed),
        changed.reference().value(),
        changed.at(),
        changed.account().name(),
        changed.change().name(),
        changed.before(),
        changed.after());
  }

  /** What opens a case is its first entry; nothing is asked for it. */
  private @Nullable Entry last(CaseChanged changed) {
    return changed.change() == Change.OPENED
        ? null
        : entries.find(
            "where reference = :reference order by number desc limit 1",
            Map.of("reference", changed.reference().value()));
  }
}
