package org.chancery.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
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
    return Optional.ofNullable(
        ids(executions(List.of(reference)), Execution::isOwn).get(reference));
  }

  /** Which processes of the cases run. */
  RunningCases runs(Collection<Reference> cases) {
    List<Execution> executions = executions(cases);
    return new RunningCases(
        ids(executions, Execution::isOwn).keySet(),
        ids(executions, Execution::isPerformance).keySet());
  }

  /** The id of each case's performance, of those cases whose performance runs. */
  Map<Reference, String> performances(Collection<Reference> cases) {
    return ids(executions(cases), Execution::isPerformance);
  }

  private static Map<Reference, String> ids(
      List<Execution> executions, Predicate<Execution> wanted) {
    return executions.stream()
        .filter(wanted)
        .collect(Collectors.toMap(Execution::reference, Execution::id));
  }

  /** Where each of the cases stands. */
  Map<Reference, Progress> of(Collection<Reference> cases) {
    RunningCases runs = runs(cases);
    Map<Reference, List<OpenStep>> steps =
        openSteps.of(cases).stream().collect(Collectors.groupingBy(OpenStep::reference));
    Map<Reference, Progress> progress = new HashMap<>();
    for (Reference each : cases) {
      progress.put(
          each,
          new Progress(
              runs.own().contains(each),
              runs.performances().contains(each),
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
