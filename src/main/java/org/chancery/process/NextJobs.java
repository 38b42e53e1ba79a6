package org.chancery.process;

import java.util.HashMap;
import java.util.Map;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that look for jobs at the same moment find different ones: each passes over those that
 * another is just taking. As the engine asks, all of them find the same, and all but one then learn
 * that they came second. On PostgreSQL only; the embedded database has one node.
 */
final class NextJobs {

  private static final String AS_IT_COMES = "selectNextJobsToExecute";
  private static final String APART = AS_IT_COMES + "Apart";

  private NextJobs() {}

  /** Has the engine, which has been set up, ask so. */
  static void takeApart(ProcessEngineConfigurationImpl engine) {
    DbSqlSessionFactory sessions = engine.getDbSqlSessionFactory();
    if (!DbSqlSessionFactory.POSTGRES.equals(sessions.getDatabaseType())) {
      return;
    }
    Configuration statements = engine.getSqlSessionFactory().getConfiguration();
    MappedStatement plain = statements.getMappedStatement(AS_IT_COMES);
    statements.addMappedStatement(
        new MappedStatement.Builder(
                statements,
                APART,
                asked -> passingOver(statements, plain.getBoundSql(asked)),
                SqlCommandType.SELECT)
            .resultMaps(plain.getResultMaps())
            .build());
    Map<String, String> own = new HashMap<>(sessions.getStatementMappings());
    own.put(AS_IT_COMES, APART);
    sessions.setStatementMappings(own);
  }

  private static BoundSql passingOver(Configuration statements, BoundSql plain) {
    @Nullable Object asked = plain.getParameterObject();
    BoundSql apart =
        new BoundSql(
            statements,
            plain.getSql() + " for update of RES skip locked",
            plain.getParameterMappings(),
            asked);
    plain.getAdditionalParameters().forEach(apart::setAdditionalParameter);
    return apart;
  }
}
