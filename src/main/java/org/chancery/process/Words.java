package org.chancery.process;

import java.util.Locale;
import java.util.Optional;
import org.chancery.access.Body;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Title;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What steps and their fields, processes, deadlines, lists, columns and groups are called in a
 * language.
 */
@Component
public class Words {

  private final MessageSource messages;
  private final People people;

  Words(MessageSource messages, People people) {
    this.messages = messages;
    this.people = people;
  }

  /** What the step is called; its name in the model where there is no word for it. */
  public String step(String id, String name, Locale locale) {
    return word("word.step." + id, name, locale);
  }

  /** What the form of the step calls the field: by a word of its own, else as all steps do. */
  public String field(String step, String field, Locale locale) {
    return word(
        "word.field." + step + "." + field, word("word.field." + field, field, locale), locale);
  }

  /** What the process is called; its name in the model where there is no word for it. */
  public String process(String key, String name, Locale locale) {
    return word("word.process." + key, name, locale);
  }

  /**
   * What the list of the kind is called; the name it is stored by where there is no word for it.
   */
  public String list(String kind, String name, Locale locale) {
    return word("tasklist.list." + kind, name, locale);
  }

  /** What the list of the kind holds; the group is whose it is, or empty. */
  public String about(String kind, String group, Locale locale) {
    String whose = group.isEmpty() ? "" : group(group, locale);
    return messages.getMessage(
        "tasklist.about." + kind, new Object[] {whose}, /* defaultMessage= */ "", locale);
  }

  /** What the column is called. */
  public String column(String name, Locale locale) {
    return word("tasklist.column." + name, name, locale);
  }

  /** What the group is called: a body, its managers, or an office. */
  public String group(String id, Locale locale) {
    Optional<Body> managed = body(Groups.bodyManagedBy(id));
    return managed
        .map(body -> said("tasklist.managers", locale, body.nameIn(locale)))
        .or(() -> body(id).map(body -> body.nameIn(locale)))
        .orElseGet(() -> word("word.role." + id.toUpperCase(Locale.ROOT), id, locale));
  }

  /** What the deadline is called: by its own name where it has one, else as all of its kind are. */
  public String milestone(Milestone milestone, Locale locale) {
    Title name = milestone.name();
    return name == null
        ? word("word.milestone." + milestone.kind(), milestone.kind().name(), locale)
        : name.in(locale);
  }

  private Optional<Body> body(String code) {
    return people.bodies().stream().filter(body -> body.code().value().equals(code)).findFirst();
  }

  private String said(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  private String word(String key, String otherwise, Locale locale) {
    String word = messages.getMessage(key, null, null, locale);
    return word == null ? otherwise : word;
  }
}
