package org.chancery.calendar;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Where the days of a State end: the zone of its seat of government, from {@code
 * rules/calendar/zones.csv}.
 */
@Component
public final class Zones {

  private final Map<String, ZoneId> byState = new HashMap<>();
  private ZoneId home = ZoneOffset.UTC;

  /**
   * @throws IllegalStateException when the table is malformed; it names line, column and reason
   */
  @Autowired
  Zones(
      @Value("classpath:rules/calendar/zones.csv") Resource table,
      @Value("${chancery.home}") String home) {
    this(table);
    this.home =
        of(home)
            .orElseThrow(() -> new IllegalStateException("rules/calendar/zones.csv lacks " + home));
  }

  /**
   * The zones of a table, of no house in particular.
   *
   * @throws IllegalStateException when the table is malformed; it names line, column and reason
   */
  public Zones(Resource table) {
    Table.read(table, List.of("state", "zone"), this::add);
  }

  /** The zone of the State whose house this is. */
  public ZoneId home() {
    return home;
  }

  /** The zone of the State with the ISO 3166-1 alpha-2 code; empty when the table lacks it. */
  public Optional<ZoneId> of(String state) {
    return Optional.ofNullable(byState.get(state));
  }

  /** The States of the table, ISO 3166-1 alpha-2, for whose zone this holds. */
  public Set<String> statesWhere(Predicate<ZoneId> holds) {
    return byState.entrySet().stream()
        .filter(each -> holds.test(each.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private String add(Table.Row row) {
    String state = row.required("state", Zones::state);
    if (byState.put(state, row.required("zone", ZoneId::of)) != null) {
      throw row.wrong("state", "\"" + state + "\" stands in the table twice");
    }
    return state;
  }

  private static String state(String cell) {
    if (!cell.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("is no ISO 3166-1 alpha-2 code");
    }
    return cell;
  }
}
