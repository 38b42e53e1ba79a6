package org.chancery.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.instrument.Reference;
import org.springframework.jdbc.core.RowCallbackHandler;
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

  /** Where each of the cases stands. */
  Map<Reference, Progress> of(Collection<Reference> cases) {
    Set<Reference> running = new HashSet<>();
    Set<Reference> performing = new HashSet<>();
    read(cases, running, performing);
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

  private void read(
      Collection<Reference> cases, Set<Reference> running, Set<Reference> performing) {
    if (cases.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            SELECT BUSINESS_KEY_, PROC_DEF_ID_, SUPER_EXEC_ FROM ACT_RU_EXECUTION
             WHERE PARENT_ID_ IS NULL AND BUSINESS_KEY_ IN (:cases)""")
        .param("cases", cases.stream().map(Reference::value).toList())
        .query(
            (RowCallbackHandler)
                row -> {
                  Reference reference = new Reference(row.getString(1));
                  String process = OpenSteps.keyOf(row.getString(2));
                  if (row.getString(3) == null && !Errand.PROCESSES.contains(process)) {
                    running.add(reference);
                  }
                  if (process.equals(Processes.PERFORMANCE)) {
                    performing.add(reference);
                  }
                });
  }
}
