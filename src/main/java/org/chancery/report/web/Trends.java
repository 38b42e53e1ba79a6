package org.chancery.report.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.deadline.Status;
import org.chancery.report.OverdueReport;
import org.chancery.report.Question;
import org.springframework.stereotype.Component;

/**
 * Works out how late the bodies were over time. It judges the register once for each month, so what
 * was worked out for an account is kept for an hour.
 */
@Component
class Trends {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST_KEPT = 100;

  /** What is late. */
  static final Set<Status> LATE = Set.of(Status.SEVERELY_OVERDUE, Status.OVERDUE);

  private final OverdueReport report;
  private final Questions questions;
  private final Accounts accounts;
  private final Clock clock;
  private final Map<Key, Trend> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Trend> eldest) {
              return size() > MOST_KEPT;
            }
          });

  Trends(OverdueReport report, Questions questions, Accounts accounts, Clock clock) {
    this.report = report;
    this.questions = questions;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Who asked for what; what an account may see depends on its bodies and roles, which it holds.
   */
  private record Key(Account account, Map<String, List<String>> asked, LocalDate day) {}

  /** The months up to the day, of what the address asks for. */
  Trend of(Asked asked, LocalDate day) {
    Key key = new Key(accounts.current(), asked.values(), day);
    Instant now = clock.instant();
    Trend known = kept.get(key);
    if (known != null && known.at().plus(KEPT).isAfter(now)) {
      return known;
    }
    Trend worked = worked(asked, Trend.endsOfMonths(day), now);
    kept.put(key, worked);
    return worked;
  }

  private Trend worked(Asked asked, List<LocalDate> days, Instant now) {
    Map<String, List<Long>> counts = new TreeMap<>();
    for (int month = 0; month < days.size(); month++) {
      Question then = questions.of(asked.asking("asOf", days.get(month)), LATE);
      for (Map.Entry<String, Long> body : report.summary(then).byBody().entrySet()) {
        counts
            .computeIfAbsent(
                body.getKey(), each -> new ArrayList<>(Collections.nCopies(days.size(), 0L)))
            .set(month, body.getValue());
      }
    }
    return new Trend(days, counts, now);
  }
}
