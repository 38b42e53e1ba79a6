package org.chancery.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Moves running cases to the newest version of their models. Each process moves in a transaction of
 * its own, so one that cannot move stops no other, and what a stopped round has moved stays moved;
 * the next round takes up what is left.
 */
@Component
class Moving {

  private static final Logger LOG = LoggerFactory.getLogger(Moving.class);

  /** How many cases are looked up at once. */
  private static final int CHUNK = 100;

  /**
   * What is asked for.
   *
   * @param only the only case to move; null for all
   * @param isTrial whether to undo each move, and only tell what would become of it
   * @param anew whether to begin anew what cannot move
   */
  record Order(@Nullable Reference only, boolean isTrial, boolean anew) {}

  /**
   * What became of one process.
   *
   * @param run the process, as it was before
   * @param newest the newest version of its model
   * @param outcome what became of it
   */
  record Result(Run run, int newest, Outcome outcome) {}

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ModelVersions versions;
  private final TasksOfNewModel tasks;
  private final Anew anew;
  private final Cases cases;
  private final Sticking sticking;
  private final Overtaken overtaken;
  private final TransactionOperations transactions;
  private final RenamedSteps renamed;

  Moving(
      RuntimeService runtime,
      RepositoryService repository,
      ModelVersions versions,
      TasksOfNewModel tasks,
      Anew anew,
      Cases cases,
      Sticking sticking,
      Overtaken overtaken,
      TransactionOperations transactions,
      @Value(RenamedSteps.TABLE) Resource renamed) {
    this.runtime = runtime;
    this.repository = repository;
    this.versions = versions;
    this.tasks = tasks;
    this.anew = anew;
    this.cases = cases;
    this.sticking = sticking;
    this.overtaken = overtaken;
    this.transactions = transactions;
    this.renamed = RenamedSteps.read(renamed);
  }

  /** Moves what runs by older models, case by case, and tells of each process what became of it. */
  void move(Order order, Consumer<Result> report) {
    Plans plans = new Plans(runtime, repository, renamed);
    if (order.only() != null) {
      move(order.only(), order, plans).forEach(report);
      return;
    }
    String after = "";
    List<Reference> behind = versions.casesBehind(after, CHUNK);
    while (!behind.isEmpty()) {
      behind.forEach(reference -> move(reference, order, plans).forEach(report));
      after = behind.get(behind.size() - 1).value();
      behind = versions.casesBehind(after, CHUNK);
    }
  }

  private List<Result> move(Reference reference, Order order, Plans plans) {
    List<Result> results = new ArrayList<>();
    for (Run run : versions.behind(reference)) {
      int newest = plans.newest(run.process()).getVersion();
      tried(order, run, () -> moved(run, plans))
          .ifPresent(outcome -> results.add(new Result(run, newest, outcome)));
    }
    return order.anew() ? results.stream().map(result -> anew(result, order)).toList() : results;
  }

  /** Empty when it has ended meanwhile, or has moved with another round. */
  private Optional<Outcome> moved(Run run, Plans plans) {
    cases.hold(run.reference());
    if (!versions.behind(run.reference()).contains(run)) {
      return Optional.empty();
    }
    runtime.newMigration(plans.of(run)).processInstanceIds(run.instance()).execute();
    List<String> givenUp = tasks.renew(run.instance());
    cases.goOn(run.reference());
    return Optional.of(new Outcome.Moved(givenUp));
  }

  /** With the first that stays, the whole process of its case begins anew. */
  private Result anew(Result result, Order order) {
    if (!(result.outcome() instanceof Outcome.Stayed stayed)) {
      return result;
    }
    Outcome outcome =
        tried(order, result.run(), () -> anew.begin(result.run(), stayed.why())).orElse(stayed);
    return new Result(result.run(), result.newest(), outcome);
  }

  private static boolean stays(Outcome outcome) {
    return outcome instanceof Outcome.Stayed;
  }

  private Optional<Outcome> tried(Order order, Run run, Supplier<Optional<Outcome>> move) {
    try {
      return Objects.requireNonNull(
          transactions.execute(
              status -> {
                Optional<Outcome> outcome = move.get();
                if (order.isTrial() || outcome.filter(Moving::stays).isPresent()) {
                  status.setRollbackOnly();
                }
                return outcome;
              }));
    } catch (MigratingProcessInstanceValidationException stuck) {
      return Optional.of(new Outcome.Stayed(sticking.why(run, stuck.getValidationReport())));
    } catch (RuntimeException failed) {
      if (overtaken.isIn(failed)) {
        return Optional.of(
            new Outcome.Stayed("somebody was at work on it: give the command once more"));
      }
      LOG.warn("The process of {} could not be moved", run.reference(), failed);
      return Optional.of(new Outcome.Stayed("it failed: " + failed.getMessage()));
    }
  }
}
