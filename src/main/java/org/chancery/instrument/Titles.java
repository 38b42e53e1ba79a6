package org.chancery.instrument;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What cases and their deadlines are called, for the house's own work: one statement for a whole
 * page of them.
 */
@Component
@Transactional(readOnly = true)
public class Titles {

  private final JdbcClient jdbc;
  private final Rows rows;

  Titles(JdbcClient jdbc, Rows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** The titles of the cases. */
  public Map<Reference, Title> of(Collection<Reference> cases) {
    if (cases.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select * from instrument where reference in (:cases)")
        .param("cases", cases.stream().map(Reference::value).toList())
        .query(rows::instrument)
        .stream()
        .collect(toMap(Instrument::reference, each -> each.description().title()));
  }

  /** The deadlines of the cases, of those that have one of the numbers. */
  public Map<Reference, List<Milestone>> milestones(
      Collection<Reference> cases, Collection<Integer> numbers) {
    if (cases.isEmpty() || numbers.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select * from milestone where reference in (:cases) and id in (:numbers)")
        .param("cases", cases.stream().map(Reference::value).toList())
        .param("numbers", numbers)
        .query(
            (row, number) ->
                new SimpleImmutableEntry<>(
                    new Reference(row.getString("reference")), rows.milestone(row, number)))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }
}
