package org.chancery.process;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a process cannot move, in words for the operator. */
@Component
class Sticking {

  private final RepositoryService repository;

  Sticking(RepositoryService repository) {
    this.repository = repository;
  }

  String why(Run run, MigratingProcessInstanceValidationReport report) {
    Stream<String> atSteps =
        report.getActivityInstanceReports().stream()
            .filter(MigratingActivityInstanceValidationReport::hasFailures)
            .map(step -> why(run, step));
    return Stream.concat(atSteps, report.getFailures().stream())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private String why(Run run, MigratingActivityInstanceValidationReport step) {
    String where = "it waits at " + name(run, step.getSourceScopeId());
    return step.getMigrationInstruction() == null
        ? where + ", which the newest model does not have"
        : where + ", from where it cannot move: " + join(step.getFailures());
  }

  private String name(Run run, String step) {
    String id = step.replaceFirst("#.*", "");
    @Nullable ModelElementInstance element =
        repository.getBpmnModelInstance(run.definition()).getModelElementById(id);
    String name = element == null ? null : element.getAttributeValue("name");
    return name == null ? "\"%s\"".formatted(id) : "\"%s\" (%s)".formatted(name, id);
  }

  private static String join(List<String> failures) {
    return String.join(", ", failures);
  }
}
