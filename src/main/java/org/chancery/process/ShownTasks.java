package org.chancery.process;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Title;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lists say of open tasks, in the reader's language: a page of them costs seven statements,
 * however long it is. Whoever asks has found out that she may see the tasks.
 */
@Component
@Transactional(readOnly = true)
public class ShownTasks {

  private final OpenSteps steps;
  private final Names names;
  private final Words words;
  private final JdbcClient jdbc;

  ShownTasks(OpenSteps steps, Names names, Words words, JdbcClient jdbc) {
    this.steps = steps;
    this.names = names;
    this.words = words;
    this.jdbc = jdbc;
  }

  /** Those of the tasks that are open, by their ids. */
  public Map<String, ShownTask> of(Collection<String> ids, Locale locale) {
    List<OpenStep> open = steps.with(ids);
    Set<Reference> cases = open.stream().map(OpenStep::reference).collect(toSet());
    Set<Integer> numbers =
        open.stream().map(OpenStep::milestone).filter(Objects::nonNull).collect(toSet());
    Map<Reference, Title> titles = names.titles(cases);
    Map<Reference, List<Milestone>> milestones = names.milestones(cases, numbers);
    Map<String, String> deadlines = deadlines(ids);
    return open.stream()
        .collect(
            toMap(
                OpenStep::id,
                step ->
                    new ShownTask(
                        words.step(step.step(), step.name(), locale),
                        step.reference().value(),
                        title(titles.get(step.reference()), locale),
                        measure(step, milestones, locale),
                        step.party() == null ? null : names.party(step.party(), locale),
                        deadline(deadlines.get(step.id()), locale))));
  }

  private @Nullable String measure(
      OpenStep step, Map<Reference, List<Milestone>> milestones, Locale locale) {
    return milestones.getOrDefault(step.reference(), List.of()).stream()
        .filter(milestone -> Objects.equals(milestone.id(), step.milestone()))
        .findFirst()
        .map(milestone -> words.milestone(milestone, locale))
        .orElse(null);
  }

  private static String title(@Nullable Title title, Locale locale) {
    return title == null ? "" : title.in(locale);
  }

  private @Nullable String deadline(@Nullable String stated, Locale locale) {
    return stated == null ? null : names.deadline(stated, locale);
  }

  /** The display copies of the deadlines, by the tasks' ids. */
  private Map<String, String> deadlines(Collection<String> tasks) {
    Map<String, String> deadlines = new HashMap<>();
    if (!tasks.isEmpty()) {
      jdbc.sql(
              """
              SELECT TASK_ID_, TEXT_ FROM ACT_RU_VARIABLE
               WHERE NAME_ = 'deadline' AND TEXT_ IS NOT NULL AND TASK_ID_ IN (:tasks)
              """)
          .param("tasks", tasks)
          .query((RowCallbackHandler) row -> deadlines.put(row.getString(1), row.getString(2)));
    }
    return deadlines;
  }
}
