package org.chancery.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.chancery.access.Account;
import org.chancery.access.Body;
import org.jspecify.annotations.Nullable;

/**
 * A ready-made list of the task list. Its name, columns and description are words that {@link
 * Words} has in the reader's language; what is stored says only which list it is.
 *
 * @param kind which list it is
 * @param group the one group that uses it; null when all do, or one account
 * @param account the one account that uses it; null when a group does, or all
 * @param query what it holds, literally
 */
record TaskFilter(Kind kind, @Nullable String group, @Nullable String account, TaskQuery query) {

  private static final int OVERDUE = 100;
  private static final int DUE_SOON = 50;
  private static final List<String> COLUMNS =
      List.of("reference", "title", "measure", "party", "deadline");

  private static final ObjectMapper SORTED =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /** The kinds of lists in the order in which they are shown; the first opens at the login. */
  enum Kind {
    DECIDE(0, "To decide", Colour.PLAIN),
    MINISTRY(1, "My ministry's", Colour.PLAIN),
    OFFICE(1, "My office's", Colour.PLAIN),
    MINE(2, "Mine", Colour.PLAIN),
    OVERDUE(3, "Overdue", Colour.LATE),
    DUE_SOON(4, "Due soon", Colour.NEAR),
    ALL(5, "All I may see", Colour.PLAIN);

    private final int place;
    private final String title;
    private final String colour;

    Kind(int place, String title, String colour) {
      this.place = place;
      this.title = title;
      this.colour = colour;
    }
  }

  /** Dark enough to be read on white and on grey. */
  private static final class Colour {
    private static final String PLAIN = "#1f4e79";
    private static final String LATE = "#a4262c";
    private static final String NEAR = "#7a4a00";
  }

  static TaskFilter mine(Account account, TaskQuery query) {
    String name = account.name();
    return new TaskFilter(Kind.MINE, null, name, query.taskAssignee(name));
  }

  static TaskFilter myMinistrys(Body body, TaskQuery query) {
    return ofGroup(Kind.MINISTRY, body.code().value(), query);
  }

  static TaskFilter toDecide(Body body, TaskQuery query) {
    return ofGroup(Kind.DECIDE, Groups.managersOf(body.code()), query);
  }

  static TaskFilter myOffices(String group, TaskQuery query) {
    return ofGroup(Kind.OFFICE, group, query);
  }

  private static TaskFilter ofGroup(Kind kind, String group, TaskQuery query) {
    return new TaskFilter(
        kind, group, null, query.taskCandidateGroup(group).includeAssignedTasks());
  }

  static TaskFilter overdue(TaskQuery query) {
    return new TaskFilter(Kind.OVERDUE, null, null, query.taskMinPriority(OVERDUE));
  }

  static TaskFilter dueSoon(TaskQuery query) {
    TaskQuery dueSoon = query.taskMinPriority(DUE_SOON).taskMaxPriority(OVERDUE - 1);
    return new TaskFilter(Kind.DUE_SOON, null, null, dueSoon);
  }

  static TaskFilter all(TaskQuery query) {
    return new TaskFilter(Kind.ALL, null, null, query);
  }

  /** All that is stored of a list: one of which anything differs is another list. */
  static String keyOf(Filter filter) {
    FilterEntity stored = (FilterEntity) filter;
    return stored.getName() + stored.getQueryInternal() + sorted(stored.getPropertiesInternal());
  }

  private static String sorted(String json) {
    try {
      return SORTED.writeValueAsString(SORTED.readValue(json, Map.class));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("The engine keeps a list that is not JSON", broken);
    }
  }

  /** Most urgent first, then the oldest; the id makes it one order, so that no two pages share. */
  static <Q extends TaskQuery> Q mostUrgentFirst(Q query) {
    query.orderByTaskPriority().desc().orderByDueDate().asc();
    query.orderByTaskCreateTime().asc().orderByTaskId().asc();
    return query;
  }

  /** Puts all this into a filter of the engine, most urgent first. */
  Filter describe(Filter filter) {
    filter.setName(kind.title);
    filter.setQuery(mostUrgentFirst(query));
    filter.setProperties(
        Map.of(
            "list",
            kind.name(),
            "group",
            group == null ? "" : group,
            "priority",
            kind.place,
            "color",
            kind.colour,
            "refresh",
            true,
            "showUndefinedVariable",
            false,
            "variables",
            COLUMNS.stream().map(name -> Map.of("name", name, "label", name)).toList()));
    return filter;
  }

  /** Who may use it, once it is stored. */
  Stream<Grant> grants(String id, Collection<String> groupsAtWork) {
    return group == null && account == null
        ? groupsAtWork.stream().map(each -> Grant.ofFilter(each, null, id))
        : Stream.of(Grant.ofFilter(group, account, id));
  }
}
