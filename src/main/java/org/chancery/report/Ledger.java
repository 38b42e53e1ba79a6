package org.chancery.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.Bodies;
import org.chancery.access.Body;
import org.chancery.calendar.Zones;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the rules last said of each case, kept by the {@link Bookkeeper}, so that the report need
 * not judge every case to know where to look and in which order; how many there are, the {@link
 * Reckoning} knows.
 */
@Component
class Ledger {

  private final JdbcClient jdbc;
  private final Instruments instruments;
  private final Bodies bodies;
  private final Zones zones;
  private final Clock clock;

  Ledger(JdbcClient jdbc, Instruments instruments, Bodies bodies, Zones zones, Clock clock) {
    this.jdbc = jdbc;
    this.instruments = instruments;
    this.bodies = bodies;
    this.zones = zones;
    this.clock = clock;
  }

  /** Whether every case has been judged on the day that it is now, wherever a deadline ends. */
  boolean isCurrent() {
    return sweep().isPresent();
  }

  /** The last sweep, where every case has been judged on the day that it is now. */
  Optional<Instant> sweep() {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            select since from judged
            where since is not null and (void_before is null or since >= void_before)""")
        .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional()
        .filter(since -> !hasEndedADay(since, now));
  }

  /**
   * The state of the register: it is another after each change of a case or of a table.
   *
   * @param cases how many cases there are
   * @param versions how often they have changed
   * @param tables when another table last came into force
   */
  record State(long cases, long versions, @Nullable Instant tables) {}

  /** The state of the register now. */
  State state() {
    return jdbc.sql(
            """
            select count(*) as cases, coalesce(sum(version), 0) as versions,
              (select void_before from judged) as tables from instrument""")
        .query(
            (row, number) -> {
              OffsetDateTime tables = row.getObject("tables", OffsetDateTime.class);
              return new State(
                  row.getLong("cases"),
                  row.getLong("versions"),
                  tables == null ? null : tables.toInstant());
            })
        .single();
  }

  /**
   * Another text after each change of the register, and on each day of this house and its bodies.
   */
  String edition() {
    Instant now = clock.instant();
    String days =
        Stream.concat(Stream.of(zones.home()), bodies.all().stream().map(Body::zone))
            .map(zone -> day(now, zone).toString())
            .distinct()
            .collect(Collectors.joining(" "));
    return state() + " " + days + " " + cases();
  }

  /** How many cases the current account may see. */
  long cases() {
    Sight sight = instruments.sight();
    String where = sight.condition().isEmpty() ? "" : " where " + sight.condition();
    return jdbc.sql("select count(*) from instrument i" + where)
        .params(sight.parameters())
        .query(Long.class)
        .single();
  }

  /** How many cases that the current account may see the last sweep could not judge. */
  long unjudged() {
    Sight sight = instruments.sight();
    String seen = sight.condition().isEmpty() ? "" : " where " + sight.condition();
    return jdbc.sql(
            "select count(*) from unjudged u join instrument i on i.reference = u.reference" + seen)
        .params(sight.parameters())
        .query(Long.class)
        .single();
  }

  /** Whether between the instants a day has ended where a deadline ends. */
  private boolean hasEndedADay(Instant since, Instant now) {
    Predicate<ZoneId> ended = zone -> !day(since, zone).equals(day(now, zone));
    return ended.test(zones.home())
        || bodies.all().stream().map(Body::zone).anyMatch(ended)
        || hasDeadlineOf(zones.statesWhere(ended));
  }

  /** Whether there is a deadline that ends with the day of one of the States. */
  private boolean hasDeadlineOf(Set<String> states) {
    return !states.isEmpty()
        && jdbc.sql("select 1 from milestone where party in (:states) and body is null limit 1")
            .param("states", states)
            .query(Integer.class)
            .optional()
            .isPresent();
  }

  private static LocalDate day(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDate();
  }

  /** The spots of the answer from after the last place, worst first. */
  List<Spot> find(Question question, LocalDate day, @Nullable Place last, int limit) {
    Lookup lookup = new Lookup(question, instruments.sight(), day).withCase().after(last);
    return jdbc.sql(
            "select v.place, v.due_on, v.reference, v.number, v.rule, i.version"
                + lookup.from()
                + " order by v.place, v.due_on, v.reference, v.number limit :limit")
        .params(lookup.parameters())
        .param("limit", limit)
        .query(Ledger::spot)
        .list();
  }

  private static Spot spot(ResultSet row, int number) throws SQLException {
    Place place =
        new Place(
            row.getInt("place"),
            row.getObject("due_on", LocalDate.class),
            new Reference(row.getString("reference")),
            row.getInt("number"));
    return new Spot(place, row.getString("rule"), row.getInt("version"));
  }

  /** Those of the cases that the current account may see now. */
  Set<Reference> seen(Collection<Reference> references) {
    Sight sight = instruments.sight();
    if (references.isEmpty() || sight.condition().isEmpty()) {
      return Set.copyOf(references);
    }
    return jdbc.sql(
            "select i.reference from instrument i where i.reference in (:references) and "
                + sight.condition())
        .params(sight.parameters())
        .param("references", references.stream().map(Reference::value).toList())
        .query((row, number) -> new Reference(row.getString(1)))
        .set();
  }
}
