package org.chancery.process;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.chancery.database.Starting;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What this house asks of the engine, whatever a configuration file may say. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineOfTheHouse extends AbstractProcessEnginePlugin {

  /** The most rows that one query of a person may fetch; the task list asks for so many lists. */
  private static final int MOST_ROWS = 2000;

  /**
   * A job that fails is tried three times, ten seconds apart, since most of what fails is a
   * database that comes back; ready-made, all three would fail in the same second. Then an operator
   * is told.
   */
  static final int TRIES = 3;

  private static final String UTC = "+0000";
  private static final String TEN_SECONDS_APART = "R" + TRIES + "/PT10S";

  private final ListableBeanFactory beans;
  private final StepsAtTasks stepsAtTasks;
  private final ObjectProvider<People> people;
  private final Overtaken overtaken;
  private final Starting starting;
  private final String nightFrom;
  private final String nightUntil;

  EngineOfTheHouse(
      ListableBeanFactory beans,
      StepsAtTasks stepsAtTasks,
      ObjectProvider<People> people,
      Overtaken overtaken,
      Starting starting,
      @Value("${chancery.engine-history.from}") String nightFrom,
      @Value("${chancery.engine-history.until}") String nightUntil) {
    this.beans = beans;
    this.stepsAtTasks = stepsAtTasks;
    this.people = people;
    this.overtaken = overtaken;
    this.starting = starting;
    this.nightFrom = nightFrom;
    this.nightUntil = nightUntil;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setSchemaOperationsCommand(new Schema(starting));
    engine.setCustomSessionFactories(
        List.of(
            new OwnManager(TaskManager.class, ListedTasks::new),
            new OwnManager(VariableInstanceManager.class, NewTasks::new),
            new OwnManager(AuthorizationManager.class, LeaveOfGroups::new),
            new OwnManager(HistoricProcessInstanceManager.class, RemovalTimes::new)));
    engine.setCustomPreCommandInterceptorsTxRequired(List.of(overtaken.watch()));
    remember(engine, new EngineMemory());
    readModelsStrictly(engine);
    refuseWhatIsNotUsed(engine);
    engine.setIdentityProviderSessionFactory(new IdentitiesFactory(people));
    engine.setPasswordEncryptor(new SlowPasswords());
    engine.setAuthorizationEnabled(true);
    engine.setDefaultUserPermissionForTask(Permissions.TASK_WORK);
    engine.setResourceAuthorizationProvider(new GivingBack());
    engine.setQueryMaxResultsLimit(MOST_ROWS);
    engine.setFailedJobRetryTimeCycle(TEN_SECONDS_APART);
    forgetAtNight(engine);
    engine.setEnableCmdExceptionLogging(false);
    engine.setMetricsEnabled(false);
    engine.setDbMetricsReporterActivate(false);
    engine.setTaskMetricsEnabled(false);
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    NextJobs.takeApart(engine);
  }

  /** Of several levels of one name the engine takes the last, and ours come last. */
  static void remember(ProcessEngineConfigurationImpl engine, EngineMemory memory) {
    engine.setCustomHistoryLevels(List.of(memory));
    engine.setHistory(memory.getName());
  }

  /** Without these hours the engine would never forget what its models say to forget. */
  private void forgetAtNight(ProcessEngineConfigurationImpl engine) {
    engine.setHistoryCleanupBatchWindowStartTime(nightFrom + UTC);
    engine.setHistoryCleanupBatchWindowEndTime(nightUntil + UTC);
  }

  private void readModelsStrictly(ProcessEngineConfigurationImpl engine) {
    ListedBeans listed = new ListedBeans(beans);
    engine.setBeans(listed);
    engine.setBpmnParseFactory(parser -> new PlainModel(parser, listed.keySet()));
    engine.setCustomPreBPMNParseListeners(List.of(stepsAtTasks));
  }

  private static void refuseWhatIsNotUsed(ProcessEngineConfigurationImpl engine) {
    engine.setEnableExpressionsInAdhocQueries(false);
    engine.setEnableExpressionsInStoredQueries(false);
    engine.setEnableXxeProcessing(false);
    engine.setDeserializationTypeValidationEnabled(true);
    engine.setStandaloneTasksEnabled(false);
    engine.setCmmnEnabled(false);
    engine.setDmnEnabled(false);
    engine.setDmnFeelEnableLegacyBehavior(true);
    engine.setEnableScriptEngineLoadExternalResources(false);
  }
}
