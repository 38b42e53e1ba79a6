package org.chancery.report.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.BodyCode;
import org.chancery.report.Item;
import org.springframework.stereotype.Component;

/**
 * Works out how late the bodies were over time. It judges the register once for each month, so what
 * was worked out for an account is kept for an hour.
 */
@Component
class Trends {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST_KEPT = 100;

  private final Told told;
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

  Trends(Told told, Questions questions, Accounts accounts, Clock clock) {
    this.told = told;
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
    Map<Optional<BodyCode>, List<Integer>> counts =
        new TreeMap<>(Comparator.comparing(code -> code.map(BodyCode::value).orElse("\uffff")));
    for (int month = 0; month < days.size(); month++) {
      for (Item item : told.items(questions.of(asked.asking("asOf", days.get(month)), Told.LATE))) {
        List<Integer> ofBody =
            counts.computeIfAbsent(
                Optional.ofNullable(item.finding().body()),
                body -> new ArrayList<>(Collections.nCopies(days.size(), 0)));
        ofBody.set(month, ofBody.get(month) + 1);
      }
    }
    return new Trend(days, counts, now);
  }
}
