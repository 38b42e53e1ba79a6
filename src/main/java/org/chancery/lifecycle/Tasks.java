package org.chancery.lifecycle;

import java.time.ZoneId;
import java.util.Arrays;
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
import org.chancery.instrument.Instruments;
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
   * @return what it recorded: an event, or a decision
   * @throws Refusal when it is not hers to complete, or what she says is wrong
   */
  public Recorded complete(String id, StepAnswer said) {
    instruments.hold(visible(id).reference());
    OpenStep step = visible(id);
    CaseFile before = instruments.known(step.reference());
    processes.complete(id, new Answer(said.fields()));
    return Recorded.between(before, instruments.known(step.reference()));
  }

  /** Shows the present state of the register on the case's tasks. */
  void refresh(Judgement judgement) {
    CaseFile file = judgement.file();
    processes
        .openSteps(file.reference())
        .forEach(step -> processes.display(step.id(), showing.display(step, file, judgement)));
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
    List<Choice> choices = answering.choices(step, open);
    return Arrays.stream(Ask.values())
        .filter(ask -> ask == Ask.ANSWER ? choices.size() > 1 : step.asks(ask))
        .map(ask -> field(ask, step, choices, locale))
        .toList();
  }

  private Task.Field field(Ask ask, Step step, List<Choice> choices, Locale locale) {
    List<String> neededFor =
        choices.stream().filter(each -> each.required().contains(ask)).map(Choice::code).toList();
    boolean required = ask == Ask.ANSWER || neededFor.size() == choices.size();
    return new Task.Field(
        ask.field(),
        ask.type(),
        required,
        required ? List.of() : neededFor,
        ask == Ask.ANSWER ? options(step, choices, locale) : null,
        word("field." + ask.field(), locale));
  }

  private List<Task.Option> options(Step step, List<Choice> choices, Locale locale) {
    return choices.stream()
        .map(choice -> new Task.Option(choice.code(), label(step, choice, locale)))
        .toList();
  }

  /** What an answer is called: by its step where that has a word of its own, else by its event. */
  private String label(Step step, Choice choice, Locale locale) {
    String event = choice.records() == null ? "" : word("event." + choice.records(), locale);
    return words.getMessage("word.answer." + step.id() + "." + choice.code(), null, event, locale);
  }

  private String word(String key, Locale locale) {
    return words.getMessage("word." + key, null, key, locale);
  }
}
