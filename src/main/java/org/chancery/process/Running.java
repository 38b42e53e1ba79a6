package org.chancery.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where cases stand, read from the engine's tables in a few statements, however many cases. */
@Component
class Running {

  private final JdbcClient jdbc;
  private final OpenSteps openSteps;

  Running(JdbcClient jdbc, OpenSteps openSteps) {
    this.jdbc = jdbc;
    this.openSteps = openSteps;
  }

  /** The id of the case's own process, while that runs; there is one at the most. */
  Optional<String> own(Reference reference) {
    return one(reference, Execution::isOwn);
  }

  /** The id of the case's performance, while that runs; there is one at the most. */
  Optional<String> performance(Reference reference) {
    return one(reference, Execution::isPerformance);
  }

  private Optional<String> one(Reference reference, Predicate<Execution> wanted) {
    List<Execution> found = executions(List.of(reference)).stream().filter(wanted).toList();
    return DataAccessUtils.optionalResult(found).map(Execution::id);
  }

  /** Where each of the cases stands. */
  Map<Reference, Progress> of(Collection<Reference> cases) {
    Set<Reference> running = new HashSet<>();
    Set<Reference> performing = new HashSet<>();
    for (Execution each : executions(cases)) {
      if (each.isOwn()) {
        running.add(each.reference());
      }
      if (each.isPerformance()) {
        performing.add(each.reference());
      }
    }
    Map<Reference, List<OpenStep>> steps =
        openSteps.of(cases).stream().collect(Collectors.groupingBy(OpenStep::reference));
    Map<Reference, Progress> progress = new HashMap<>();
    for (Reference each : cases) {
      progress.put(
          each,
          new Progress(
              running.contains(each),
              performing.contains(each),
              steps.getOrDefault(each, List.of())));
    }
    return progress;
  }

  private List<Execution> executions(Collection<Reference> cases) {
    return cases.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                SELECT ID_, BUSINESS_KEY_, PROC_DEF_ID_, SUPER_EXEC_ FROM ACT_RU_EXECUTION
                 WHERE PARENT_ID_ IS NULL AND BUSINESS_KEY_ IN (:cases)""")
            .param("cases", cases.stream().map(Reference::value).toList())
            .query(
                (row, number) ->
                    new Execution(
                        row.getString(1),
                        new Reference(row.getString(2)),
                        OpenSteps.keyOf(row.getString(3)),
                        row.getString(4)))
            .list();
  }

  /**
   * A process that runs.
   *
   * @param caller what has called it; null where nothing has
   */
  private record Execution(
      String id, Reference reference, String process, @Nullable String caller) {

    boolean isOwn() {
      return caller == null && !Errand.PROCESSES.contains(process);
    }

    boolean isPerformance() {
      return process.equals(Processes.PERFORMANCE);
    }
  }
}
