package org.chancery.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.chancery.instrument.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions of which model the cases run by, read from the engine's tables. */
@Component
class ModelVersions {

  private static final String OLDER =
      """
        FROM ACT_RU_EXECUTION E JOIN ACT_RE_PROCDEF D ON D.ID_ = E.PROC_DEF_ID_
       WHERE E.PARENT_ID_ IS NULL
         AND D.KEY_ <> 'sweep'
         AND D.VERSION_ < (SELECT MAX(N.VERSION_) FROM ACT_RE_PROCDEF N WHERE N.KEY_ = D.KEY_)
      """;

  private static final String RUN =
      "SELECT E.ID_, E.BUSINESS_KEY_, E.PROC_DEF_ID_, D.KEY_, D.VERSION_" + OLDER;

  private final JdbcClient jdbc;

  ModelVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest version of each model, and each older one that still carries a case. */
  List<ModelVersion> inUse() {
    return jdbc
        .sql(
            """
            SELECT D.KEY_, D.VERSION_, P.DEPLOY_TIME_, M.NEWEST_,
                   (SELECT COUNT(DISTINCT E.BUSINESS_KEY_) FROM ACT_RU_EXECUTION E
                     WHERE E.PARENT_ID_ IS NULL AND E.PROC_DEF_ID_ = D.ID_) AS CASES_
              FROM ACT_RE_PROCDEF D
              JOIN ACT_RE_DEPLOYMENT P ON P.ID_ = D.DEPLOYMENT_ID_
              JOIN (SELECT KEY_, MAX(VERSION_) AS NEWEST_ FROM ACT_RE_PROCDEF GROUP BY KEY_) M
                ON M.KEY_ = D.KEY_
             ORDER BY D.KEY_, D.VERSION_
            """)
        .query(ModelVersions::version)
        .list()
        .stream()
        .filter(version -> version.newest() || version.cases() > 0)
        .toList();
  }

  /** How many cases run by an older version, with their main process or a called one. */
  int casesBehind() {
    return jdbc.sql("SELECT COUNT(DISTINCT E.BUSINESS_KEY_)" + OLDER).query(Integer.class).single();
  }

  /** The next cases that run by an older version, in the order of their references. */
  List<Reference> casesBehind(String after, int limit) {
    return jdbc
        .sql(
            "SELECT DISTINCT E.BUSINESS_KEY_"
                + OLDER
                + " AND E.BUSINESS_KEY_ > :after ORDER BY E.BUSINESS_KEY_"
                + " FETCH FIRST :limit ROWS ONLY")
        .param("after", after)
        .param("limit", limit)
        .query(String.class)
        .list()
        .stream()
        .map(Reference::new)
        .toList();
  }

  /** What of the case runs by an older version: its main process first. */
  List<Run> behind(Reference reference) {
    return jdbc.sql(
            RUN
                + " AND E.BUSINESS_KEY_ = :reference"
                + " ORDER BY CASE WHEN E.SUPER_EXEC_ IS NULL THEN 0 ELSE 1 END, E.ID_")
        .param("reference", reference.value())
        .query(ModelVersions::run)
        .list();
  }

  private static ModelVersion version(ResultSet row, int number) throws SQLException {
    return new ModelVersion(
        row.getString("KEY_"),
        row.getInt("VERSION_"),
        row.getTimestamp("DEPLOY_TIME_").toInstant(),
        row.getInt("CASES_"),
        row.getInt("VERSION_") == row.getInt("NEWEST_"));
  }

  private static Run run(ResultSet row, int number) throws SQLException {
    return new Run(
        row.getString("ID_"),
        new Reference(row.getString("BUSINESS_KEY_")),
        row.getString("PROC_DEF_ID_"),
        row.getString("KEY_"),
        row.getInt("VERSION_"));
  }
}
