package org.chancery.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.chancery.access.BodyCode;
import org.chancery.deadline.Status;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Sight;
import org.chancery.instrument.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many lines an answer of the {@link Ledger} has: from the tallies where they count just what
 * is asked, else from its verdicts.
 */
@Component
class Reckoning {

  /** Of single verdicts, where no tally knows them. */
  private static final String FIGURES =
      """
      select v.status, count(*) as lines,
        sum(case when v.extended then 1 else 0 end) as extended,
        sum(case when v.status in (:figures) and v.due_on <= :soon then 1 else 0 end) as soon,
        sum(case when v.status in (:figures) and v.due_on <= :later then 1 else 0 end) as later,
        sum(case when v.overdue_since > :lately then 1 else 0 end) as lately
      %s group by v.status""";

  /** Of the tallies: the totals, and of the days those that a figure asks for. */
  private static final String TALLIED =
      """
      select status, sum(lines) as lines, sum(extended) as extended, sum(soon) as soon,
        sum(later) as later, sum(lately) as lately
      from (
        select status, verdicts as lines, case when extended then verdicts else 0 end as extended,
          0 as soon, 0 as later, 0 as lately
        from verdict_total where viewer = :viewer and status in (:status) %1$s
        union all
        select status, 0, 0, case when on_day <= :soon then verdicts else 0 end, verdicts, 0
        from verdict_day
        where viewer = :viewer and status in (:ahead) and on_day <= :later %1$s
        union all
        select status, 0, 0, 0, 0, verdicts
        from verdict_day
        where viewer = :viewer and status in (:behind) and on_day > :lately %1$s
      ) c group by status having sum(lines) > 0""";

  private final JdbcClient jdbc;
  private final Instruments instruments;
  private final Clock clock;

  Reckoning(JdbcClient jdbc, Instruments instruments, Clock clock) {
    this.jdbc = jdbc;
    this.instruments = instruments;
    this.clock = clock;
  }

  /** How many lines the answer has, of which status. */
  Map<Status, Long> totals(Question question, LocalDate day) {
    Sight sight = instruments.sight();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    String rows;
    if (isTallied(question, sight)) {
      parameters.putAll(tally(question, sight));
      rows =
          "select status, sum(verdicts) as lines from verdict_total"
              + " where viewer = :viewer and status in (:status)"
              + ofBody(question)
              + " group by status having sum(verdicts) > 0";
    } else {
      Lookup lookup = new Lookup(question, sight, day);
      parameters.putAll(lookup.parameters());
      rows = "select v.status, count(*) as lines" + lookup.from() + " group by v.status";
    }
    Map<Status, Long> totals = new EnumMap<>(Status.class);
    jdbc.sql(rows)
        .params(parameters)
        .query(
            (RowCallbackHandler)
                row -> totals.put(Status.valueOf(row.getString(1)), row.getLong(2)));
    return totals;
  }

  /** How many lines the answer has, of which status, and how many of them within some days. */
  Figures figures(Question question, LocalDate day, LocalDate since) {
    Sight sight = instruments.sight();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    String rows;
    if (isTallied(question, sight)) {
      parameters.putAll(tally(question, sight));
      rows = TALLIED.formatted(ofBody(question));
    } else {
      Lookup lookup = new Lookup(question, sight, day);
      parameters.putAll(lookup.parameters());
      parameters.put("figures", Lookup.names(Narrowing.AHEAD));
      rows = FIGURES.formatted(lookup.from());
    }
    parameters.put("soon", day.plusDays(Figures.SOON));
    parameters.put("later", day.plusDays(Figures.LATER));
    parameters.put("lately", since);
    return new Figures(jdbc.sql(rows).params(parameters).query(Reckoning::count).list(), since);
  }

  /** Whether a tally counts just what is asked, for just those who see the same. */
  private static boolean isTallied(Question question, Sight sight) {
    return sight.shared().isPresent() && question.isOfStatusAndBodyAlone();
  }

  private static Map<String, @Nullable Object> tally(Question question, Sight sight) {
    Set<Status> statuses = question.filter().status();
    BodyCode body = question.filter().body();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("viewer", sight.shared().orElseThrow());
    parameters.put("status", Lookup.names(statuses));
    parameters.put("ahead", names(statuses, Narrowing.AHEAD::contains));
    parameters.put("behind", names(statuses, status -> !Narrowing.AHEAD.contains(status)));
    if (body != null) {
      parameters.put("body", body.value());
    }
    return parameters;
  }

  /** Their names; one that none has stands for no status at all. */
  private static List<String> names(Set<Status> statuses, Predicate<Status> which) {
    List<String> names = Lookup.names(statuses.stream().filter(which).toList());
    return names.isEmpty() ? List.of("") : names;
  }

  private static String ofBody(Question question) {
    return question.filter().body() == null ? "" : " and body = :body";
  }

  private static Figures.Count count(ResultSet row, int number) throws SQLException {
    return new Figures.Count(
        Status.valueOf(row.getString("status")),
        row.getLong("lines"),
        row.getLong("extended"),
        row.getLong("soon"),
        row.getLong("later"),
        row.getLong("lately"));
  }

  /** The answer in groups of lines that are alike. */
  List<Summary.Group> groups(Question question, LocalDate day) {
    Instant now = clock.instant();
    Lookup lookup = new Lookup(question, instruments.sight(), day).withCase();
    return jdbc.sql(
            "select v.status, v.body, i.stage, v.due_on, v.zone, v.late_by, count(*) as lines"
                + lookup.from()
                + " group by v.status, v.body, i.stage, v.due_on, v.zone, v.late_by")
        .params(lookup.parameters())
        .query((row, number) -> group(row, now))
        .list();
  }

  private static Summary.Group group(ResultSet row, Instant now) throws SQLException {
    String body = row.getString("body");
    return new Summary.Group(
        Status.valueOf(row.getString("status")),
        body == null ? null : new BodyCode(body),
        Stage.valueOf(row.getString("stage")),
        daysLate(row, now),
        row.getLong("lines"));
  }

  private static int daysLate(ResultSet row, Instant now) throws SQLException {
    int lateBy = row.getInt("late_by");
    return row.wasNull()
        ? Verdict.daysAfter(
            row.getObject("due_on", LocalDate.class), ZoneId.of(row.getString("zone")), now)
        : lateBy;
  }
}
