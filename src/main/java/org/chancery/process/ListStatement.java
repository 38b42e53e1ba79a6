package org.chancery.process;

import static org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter.ACTIVE;
import static org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter.ASSIGNEE;
import static org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter.CANDIDATE_GROUP;
import static org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter.INCLUDE_ASSIGNED_TASKS;
import static org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter.MAX_PRIORITY;
import static org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter.MIN_PRIORITY;
import static org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter.ORDERING_PROPERTIES;
import static org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter.PROCESS_INSTANCE_ID_IN;

import camundajar.impl.com.google.gson.JsonArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.jspecify.annotations.Nullable;

/**
 * The statement that answers a ready-made list for a person, in the order of {@link
 * TaskFilter#mostUrgentFirst}: an index holds the tasks in it, and so a page is found by looking at
 * a few more tasks than it shows. What she may see is asked for task by task.
 *
 * @param conditions what must hold of a task T
 * @param values the values named in the conditions
 */
record ListStatement(List<String> conditions, Map<String, Object> values) {

  /** What the lists ask, and the task list adds to it. */
  private static final Set<String> KNOWN =
      Set.of(
          ACTIVE,
          ASSIGNEE,
          CANDIDATE_GROUP,
          INCLUDE_ASSIGNED_TASKS,
          MAX_PRIORITY,
          MIN_PRIORITY,
          ORDERING_PROPERTIES);

  private static final JsonTaskQueryConverter STORED = new JsonTaskQueryConverter();

  /** What the engine leaves behind where one query extends another: it asks nothing. */
  private static final Map.Entry<String, JsonArray> LEFT_BEHIND =
      Map.entry(PROCESS_INSTANCE_ID_IN, new JsonArray());

  private static final List<String> ORDER = order(TaskFilter.mostUrgentFirst(new TaskQueryImpl()));

  private static final String MOST_URGENT_FIRST =
      " ORDER BY T.PRIORITY_ DESC, T.DUE_DATE_, T.CREATE_TIME_, T.ID_";
  private static final String A_PAGE =
      " OFFSET #{firstResult} ROWS FETCH NEXT #{maxResults} ROWS ONLY";

  private static final String IS_CANDIDATE =
      """
      EXISTS (SELECT 1 FROM ACT_RU_IDENTITYLINK L
               WHERE L.TASK_ID_ = T.ID_ AND L.TYPE_ = 'candidate' AND L.GROUP_ID_ = #{group})""";

  /**
   * The permissions are the bits of a number, and databases do not agree how to ask for one. Asked
   * like this PostgreSQL expects that most rows have it.
   */
  private static final String MAY_BE_READ =
      """
      EXISTS (SELECT 1 FROM ACT_RU_AUTHORIZATION A
               WHERE A.RESOURCE_ID_ = T.ID_ AND A.RESOURCE_TYPE_ = %d AND A.TYPE_ IN (0, 1)
                 AND MOD(A.PERMS_ / %d, 2) <> 0
                 AND (A.USER_ID_ IN (#{account}, '*') OR A.GROUP_ID_ IN (%s)))""";

  /**
   * Whether the query asks nothing but what a ready-made list does, in its order. What follows in
   * the order changes nothing, since no two tasks have one id.
   */
  static boolean canAnswer(TaskQueryImpl query) {
    List<String> order = order(query);
    return query.getQueries().size() == 1
        && !query.isNoDelegationState()
        && order.size() >= ORDER.size()
        && order.subList(0, ORDER.size()).equals(ORDER)
        && STORED.toJsonObject(query).entrySet().stream()
            .filter(asked -> !LEFT_BEHIND.equals(asked))
            .allMatch(asked -> KNOWN.contains(asked.getKey()));
  }

  /** For the person whom the engine has put into the query, who may see some tasks or every one. */
  static ListStatement of(TaskQueryImpl query, boolean seesEveryTask) {
    ListStatement list = new ListStatement(new ArrayList<>(), new HashMap<>());
    list.where("T.PRIORITY_ >= #{min}", "min", query.getMinPriority());
    list.where("T.PRIORITY_ <= #{max}", "max", query.getMaxPriority());
    list.where("T.ASSIGNEE_ = #{assignee}", "assignee", query.getAssignee());
    list.where(IS_CANDIDATE, "group", query.getCandidateGroup());
    if (query.getCandidateGroup() != null && !query.isIncludeAssignedTasks()) {
      list.conditions.add("T.ASSIGNEE_ IS NULL");
    }
    if (query.getSuspensionState() != null) {
      list.where(
          "T.SUSPENSION_STATE_ = #{state}", "state", query.getSuspensionState().getStateCode());
    }
    if (!seesEveryTask) {
      list.mayBeRead(query.getAuthCheck());
    }
    return list;
  }

  private void where(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private void mayBeRead(AuthorizationCheck person) {
    List<String> names = new ArrayList<>();
    for (String group : person.getAuthGroupIds()) {
      values.put("group" + names.size(), group);
      names.add("#{group" + names.size() + "}");
    }
    String groups = names.isEmpty() ? "NULL" : String.join(", ", names);
    where(
        MAY_BE_READ.formatted(Resources.TASK.resourceType(), Permissions.READ.getValue(), groups),
        "account",
        person.getAuthUserId());
  }

  /** The tasks from the first on, as the engine takes a statement: with all that it names. */
  Map<String, Object> page(int first, int most) {
    Map<String, Object> page = said("SELECT T.*", MOST_URGENT_FIRST + A_PAGE);
    page.put("firstResult", first);
    page.put("maxResults", most);
    return page;
  }

  /** How many tasks the list holds, likewise. */
  Map<String, Object> count() {
    return said("SELECT COUNT(*)", "");
  }

  private Map<String, Object> said(String what, String order) {
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    Map<String, Object> said = new HashMap<>(values);
    said.put("sql", what + " FROM ACT_RU_TASK T" + where + order);
    return said;
  }

  private static List<String> order(TaskQueryImpl query) {
    return query.getOrderingProperties().stream().map(ListStatement::order).toList();
  }

  private static String order(QueryOrderingProperty by) {
    return by.getQueryProperty().getName() + " " + by.getDirection().getName();
  }
}
