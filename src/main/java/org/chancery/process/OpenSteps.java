package org.chancery.process;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.chancery.access.Account;
import org.chancery.access.BodyCode;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The steps that wait, read from the engine's tables: a list costs two statements, however long it
 * is. The engine's own queries would cost several for each task.
 */
@Component
class OpenSteps {

  private static final String TASK =
      """
      SELECT T.ID_, T.EXECUTION_ID_, T.PROC_INST_ID_, T.PROC_DEF_ID_, T.TASK_DEF_KEY_, T.NAME_, T.ASSIGNEE_,
             T.DUE_DATE_, T.PRIORITY_, T.CREATE_TIME_, P.BUSINESS_KEY_
        FROM ACT_RU_TASK T JOIN ACT_RU_EXECUTION P ON P.ID_ = T.PROC_INST_ID_
      """;

  /** As the lists of the task list have them; {@link EngineIndexes} hold the tasks like this. */
  private static final String MOST_URGENT_FIRST =
      """
       ORDER BY T.PRIORITY_ DESC, T.DUE_DATE_ NULLS LAST, T.CREATE_TIME_, T.ID_
      """;

  private static final String IS_HERS = " WHERE T.ASSIGNEE_ = :account";

  private static final String IS_OF_GROUPS =
      """
      EXISTS (SELECT 1 FROM ACT_RU_IDENTITYLINK L
                      WHERE L.TASK_ID_ = T.ID_ AND L.TYPE_ = 'candidate' AND L.GROUP_ID_ IN (:groups))
      """;

  private static final String MAY_BE_HERS = " WHERE T.ASSIGNEE_ IS NULL AND " + IS_OF_GROUPS;

  private static final String AFTER =
      """
         AND T.PRIORITY_ <= :priority
         AND (T.PRIORITY_ < :priority
              OR (COALESCE(T.DUE_DATE_, TIMESTAMP '9999-12-31 00:00:00'), T.CREATE_TIME_, T.ID_)
                 > (:due, :created, :id))
      """;

  private static final String AT_MOST = " FETCH FIRST :limit ROWS ONLY";

  /**
   * Whom tasks fall to, and what the executions of their processes know; each row says which. A
   * variable of a task is none of an execution, and no task's id is one of the names: said apart,
   * PostgreSQL would read all variables of these names, by an index that the engine has of them.
   */
  private static final String BESIDE =
      """
      SELECT 'group', TASK_ID_, GROUP_ID_, NULL FROM ACT_RU_IDENTITYLINK
       WHERE TYPE_ = 'candidate' AND GROUP_ID_ IS NOT NULL AND TASK_ID_ IN (:tasks)
      UNION ALL
      SELECT 'parent', ID_, PARENT_ID_, NULL FROM ACT_RU_EXECUTION
       WHERE PARENT_ID_ IS NOT NULL AND PROC_INST_ID_ IN (:instances)
      UNION ALL
      SELECT 'variable', EXECUTION_ID_, NAME_, TEXT_ FROM ACT_RU_VARIABLE
       WHERE COALESCE(TASK_ID_, NAME_) IN (:names) AND PROC_INST_ID_ IN (:instances)
      """;

  private static final Set<String> LOOP_VARIABLES = Set.of("party", "body", "milestone");

  private record TaskRow(
      String id,
      String execution,
      String instance,
      String process,
      String step,
      String name,
      @Nullable String assignee,
      @Nullable Instant due,
      int priority,
      Instant createdAt,
      String reference) {}

  private final JdbcClient jdbc;

  OpenSteps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The steps that the case waits at, called processes included. */
  List<OpenStep> of(Reference reference) {
    return steps(
        jdbc.sql(TASK + " WHERE P.BUSINESS_KEY_ = :reference" + MOST_URGENT_FIRST)
            .param("reference", reference.value())
            .query(OpenSteps::row)
            .list());
  }

  /** The steps that any of the cases wait at. */
  List<OpenStep> of(Collection<Reference> references) {
    return references.isEmpty()
        ? List.of()
        : steps(
            jdbc.sql(TASK + " WHERE P.BUSINESS_KEY_ IN (:references)" + MOST_URGENT_FIRST)
                .param("references", references.stream().map(Reference::value).toList())
                .query(OpenSteps::row)
                .list());
  }

  /** How many steps wait for one of the groups, claimed or not. */
  int count(Collection<String> groups) {
    return jdbc.sql(
            """
            SELECT COUNT(DISTINCT TASK_ID_) FROM ACT_RU_IDENTITYLINK
             WHERE TYPE_ = 'candidate' AND TASK_ID_ IS NOT NULL AND GROUP_ID_ IN (:groups)""")
        .param("groups", groups)
        .query(Integer.class)
        .single();
  }

  /** The step with the task's id. */
  Optional<OpenStep> with(String id) {
    return steps(jdbc.sql(TASK + " WHERE T.ID_ = :id").param("id", id).query(OpenSteps::row).list())
        .stream()
        .findFirst();
  }

  /** The case of the step with the task's id, where the account may see that. */
  Optional<Reference> caseSeenBy(Account account, String id) {
    record Candidate(Reference reference, @Nullable String assignee, @Nullable String group) {}

    List<Candidate> candidates =
        jdbc.sql(
                """
                SELECT P.BUSINESS_KEY_, T.ASSIGNEE_, L.GROUP_ID_
                  FROM ACT_RU_TASK T JOIN ACT_RU_EXECUTION P ON P.ID_ = T.PROC_INST_ID_
                  LEFT JOIN ACT_RU_IDENTITYLINK L ON L.TASK_ID_ = T.ID_ AND L.TYPE_ = 'candidate'
                 WHERE T.ID_ = :id""")
            .param("id", id)
            .query(
                (row, number) ->
                    new Candidate(
                        new Reference(row.getString(1)), row.getString(2), row.getString(3)))
            .list();
    Set<String> groups =
        candidates.stream().map(Candidate::group).filter(Objects::nonNull).collect(toSet());
    return candidates.stream()
        .filter(each -> OpenStep.isVisible(account, each.assignee(), groups))
        .map(Candidate::reference)
        .findFirst();
  }

  /** The case of a step that was open once and is no longer, while the engine remembers it. */
  Optional<Reference> caseOfPast(String id) {
    return jdbc.sql(
            """
            SELECT P.BUSINESS_KEY_
              FROM ACT_HI_TASKINST T JOIN ACT_HI_PROCINST P ON P.PROC_INST_ID_ = T.PROC_INST_ID_
             WHERE T.ID_ = :id AND T.END_TIME_ IS NOT NULL""")
        .param("id", id)
        .query((row, number) -> new Reference(row.getString(1)))
        .optional();
  }

  /** How often the step's task has been changed; empty when it is not open. */
  Optional<Integer> revision(String id) {
    return jdbc.sql("SELECT REV_ FROM ACT_RU_TASK WHERE ID_ = :id")
        .param("id", id)
        .query(Integer.class)
        .optional();
  }

  /** The steps with the tasks' ids. */
  List<OpenStep> with(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : steps(
            jdbc.sql(TASK + " WHERE T.ID_ IN (:ids)")
                .param("ids", ids)
                .query(OpenSteps::row)
                .list());
  }

  /** The cases of which the account has claimed a step. */
  Set<Reference> heldBy(String account) {
    return Set.copyOf(
        jdbc.sql(
                """
                SELECT DISTINCT P.BUSINESS_KEY_
                  FROM ACT_RU_TASK T JOIN ACT_RU_EXECUTION P ON P.ID_ = T.PROC_INST_ID_
                 WHERE T.ASSIGNEE_ = :account""")
            .param("account", account)
            .query((row, number) -> new Reference(row.getString(1)))
            .list());
  }

  /** Holds those of the tasks that are still open until this transaction ends. */
  void hold(Collection<String> ids) {
    if (!ids.isEmpty()) {
      jdbc.sql("SELECT ID_ FROM ACT_RU_TASK WHERE ID_ IN (:ids) ORDER BY ID_ FOR UPDATE")
          .param("ids", ids)
          .query(String.class)
          .list();
    }
  }

  /** A page of the steps that the account may do, most urgent first. */
  StepPage fallingTo(Account account, @Nullable StepPosition after, int limit) {
    var query =
        jdbc.sql(
                "SELECT * FROM (%s UNION ALL %s) T"
                        .formatted(first(IS_HERS, after), first(MAY_BE_HERS, after))
                    + MOST_URGENT_FIRST
                    + AT_MOST)
            .param("account", account.name())
            .param("groups", groupsOf(account))
            .param("limit", limit + 1);
    if (after != null) {
      query
          .param("priority", after.priority())
          .param("due", Timestamp.from(after.due()))
          .param("created", Timestamp.from(after.created()))
          .param("id", after.id());
    }
    List<OpenStep> found = steps(query.query(OpenSteps::row).list());
    boolean goesOn = found.size() > limit;
    List<OpenStep> items = goesOn ? found.subList(0, limit) : found;
    return new StepPage(items, goesOn ? StepPosition.of(items.get(limit - 1)).text() : null);
  }

  /** Never none, for the sake of the statement. */
  private static Set<String> groupsOf(Account account) {
    Set<String> groups = new HashSet<>(Groups.of(account));
    groups.add("");
    return groups;
  }

  /** Hers and what may be hers are looked for apart: together no index would find them. */
  private static String first(String where, @Nullable StepPosition after) {
    return "(" + TASK + where + (after == null ? "" : AFTER) + MOST_URGENT_FIRST + AT_MOST + ")";
  }

  private List<OpenStep> steps(List<TaskRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, Set<String>> groups = new HashMap<>();
    LoopVariables variables = new LoopVariables();
    jdbc.sql(BESIDE)
        .param("tasks", rows.stream().map(TaskRow::id).toList())
        .param("names", LOOP_VARIABLES)
        .param("instances", rows.stream().map(TaskRow::instance).distinct().toList())
        .query(
            (RowCallbackHandler)
                row -> {
                  String of = row.getString(2);
                  String what = row.getString(3);
                  switch (row.getString(1)) {
                    case "group" -> groups.computeIfAbsent(of, task -> new HashSet<>()).add(what);
                    case "parent" -> variables.lies(of, what);
                    default -> variables.holds(of, what, row.getString(4));
                  }
                });
    return rows.stream()
        .map(
            row ->
                step(
                    row,
                    groups.getOrDefault(row.id(), Set.of()),
                    name -> variables.seenFrom(row.execution(), name)))
        .toList();
  }

  private static OpenStep step(
      TaskRow row, Set<String> groups, Function<String, @Nullable String> variable) {
    String body = variable.apply("body");
    String milestone = variable.apply("milestone");
    return new OpenStep(
        row.id(),
        new Reference(row.reference()),
        row.process(),
        row.step(),
        row.name(),
        variable.apply("party"),
        body == null ? null : new BodyCode(body),
        milestone == null ? null : Integer.valueOf(milestone),
        groups,
        row.assignee(),
        row.due(),
        row.priority(),
        row.createdAt());
  }

  /** The id of a deployed process begins with the process's own. */
  static String keyOf(String definition) {
    return definition.substring(0, definition.indexOf(':'));
  }

  private static TaskRow row(ResultSet row, int number) throws SQLException {
    Timestamp due = row.getTimestamp("DUE_DATE_");
    return new TaskRow(
        row.getString("ID_"),
        row.getString("EXECUTION_ID_"),
        row.getString("PROC_INST_ID_"),
        keyOf(row.getString("PROC_DEF_ID_")),
        row.getString("TASK_DEF_KEY_"),
        row.getString("NAME_"),
        row.getString("ASSIGNEE_"),
        due == null ? null : due.toInstant(),
        row.getInt("PRIORITY_"),
        row.getTimestamp("CREATE_TIME_").toInstant(),
        row.getString("BUSINESS_KEY_"));
  }
}
