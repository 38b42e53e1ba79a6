package org.chancery.lifecycle;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.Severity;
import org.chancery.deadline.Standing;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.process.Answer;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.chancery.process.StepPage;
import org.chancery.web.Page;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tasks of people: the open steps with what a person needs to answer them. */
@Component
@Transactional
public class Tasks {

  private final Processes processes;
  private final Instruments instruments;
  private final Deadlines deadlines;
  private final Showing showing;
  private final Answering answering;
  private final Accounts accounts;
  private final MessageSource words;

  Tasks(
      Processes processes,
      Instruments instruments,
      Deadlines deadlines,
      Showing showing,
      Answering answering,
      Accounts accounts,
      MessageSource words) {
    this.processes = processes;
    this.instruments = instruments;
    this.deadlines = deadlines;
    this.showing = showing;
    this.answering = answering;
    this.accounts = accounts;
    this.words = words;
  }

  /** A page of what the current account may do, most urgent first. */
  @Transactional(readOnly = true)
  public Page<Task> mine(@Nullable String after, int limit, Locale locale) {
    StepPage page = processes.stepsOf(accounts.current(), after, Page.limit(limit));
    return new Page<>(page.items(), page.next()).map(step -> task(step, locale));
  }

  /**
   * The task.
   *
   * @throws Refusal when it is not open, or not for the current account to see
   */
  @Transactional(readOnly = true)
  public Task get(String id, Locale locale) {
    return task(visible(id), locale);
  }

  /** The open tasks of a case, for those who may see the case. */
  @Transactional(readOnly = true)
  public List<Task> of(CaseFile file, Locale locale) {
    Judgement judgement = deadlines.judgeDeadlines(file);
    return processes.openSteps(file.reference()).stream()
        .map(step -> task(step, file, judgement, locale))
        .toList();
  }

  /**
   * Completes a task with what a person says.
   *
   * @return the event it recorded
   * @throws Refusal when it is not hers to complete, or what she says is wrong
   */
  public Event complete(String id, StepAnswer said) {
    instruments.hold(visible(id).reference());
    OpenStep step = visible(id);
    int before = instruments.known(step.reference()).events().size();
    processes.complete(id, new Answer(said.fields()));
    return instruments.known(step.reference()).events().get(before);
  }

  /** Shows the present state of the register on the case's tasks. */
  void refresh(Reference reference) {
    List<OpenStep> open = processes.openSteps(reference);
    if (open.isEmpty()) {
      return;
    }
    CaseFile file = instruments.known(reference);
    Judgement judgement = deadlines.judgeDeadlines(file);
    open.forEach(step -> processes.display(step.id(), showing.display(step, file, judgement)));
  }

  private OpenStep visible(String id) {
    Account account = accounts.current();
    return processes
        .step(id)
        .filter(step -> step.isVisibleTo(account))
        .orElseThrow(() -> Refusal.notFound("step.unknown", id));
  }

  private Task task(OpenStep step, Locale locale) {
    CaseFile file = instruments.known(step.reference());
    return task(step, file, deadlines.judgeDeadlines(file), locale);
  }

  private Task task(OpenStep step, CaseFile file, Judgement judgement, Locale locale) {
    Optional<Standing> deadline = showing.deadline(step, file, judgement);
    return new Task(
        step.id(),
        step.reference(),
        file.description().title().in(locale),
        step.step(),
        words.getMessage("word.step." + step.step(), null, step.name(), locale),
        step.party(),
        milestoneName(step, file, locale),
        List.copyOf(new java.util.TreeSet<>(step.groups())),
        step.assignee(),
        deadline.map(each -> each.due().edtf()).orElse(null),
        deadline.map(each -> each.due().latest()).orElse(null),
        deadline.map(each -> each.due().zone()).map(ZoneId::getId).orElse(null),
        severity(deadline, judgement),
        Step.withId(step.step()).map(each -> fields(each, step, locale)).orElse(List.of()));
  }

  private static Severity severity(Optional<Standing> deadline, Judgement judgement) {
    return deadline.stream()
        .flatMap(each -> judgement.findingsOn(each.milestone()))
        .map(Finding::severity)
        .findFirst()
        .orElse(Severity.INFO);
  }

  private static @Nullable String milestoneName(OpenStep step, CaseFile file, Locale locale) {
    return Optional.ofNullable(step.milestone())
        .flatMap(file::milestone)
        .map(milestone -> milestone.name())
        .map(name -> name.in(locale))
        .orElse(null);
  }

  private List<Task.Field> fields(Step step, OpenStep open, Locale locale) {
    List<Task.Field> fields = new ArrayList<>();
    List<EventKind> choices = answering.choices(step, open);
    if (choices.size() > 1) {
      List<Task.Option> options =
          choices.stream()
              .map(kind -> new Task.Option(kind.name(), word("event." + kind, locale)))
              .toList();
      fields.add(field("answer", Task.FieldType.CHOICE, true, options, locale));
    }
    fields.add(field("on", Task.FieldType.DATE, true, null, locale));
    if (step.asksForAct()) {
      fields.add(field("act", Task.FieldType.TEXT, false, null, locale));
    }
    if (step.asksForNote()) {
      fields.add(field("note", Task.FieldType.TEXT, false, null, locale));
    }
    fields.add(field("remark", Task.FieldType.LONG_TEXT, false, null, locale));
    fields.add(field("reason", Task.FieldType.LONG_TEXT, false, null, locale));
    return fields;
  }

  private Task.Field field(
      String name,
      Task.FieldType type,
      boolean required,
      @Nullable List<Task.Option> options,
      Locale locale) {
    return new Task.Field(name, type, required, options, word("field." + name, locale));
  }

  private String word(String key, Locale locale) {
    return words.getMessage("word." + key, null, key, locale);
  }
}
