package org.chancery.lifecycle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.calendar.StatedDate;
import org.chancery.calendar.TypedDate;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Judgement;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.process.Answer;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.chancery.process.StepPage;
import org.chancery.web.Page;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tasks of people: the open steps with what a person needs to answer them. */
@Component
@Transactional
public class Tasks {

  /** The longest text of a draft, in characters: twice what any field takes. */
  private static final int LONGEST = 4000;

  private final Processes processes;
  private final Instruments instruments;
  private final Deadlines deadlines;
  private final Presenting presenting;
  private final Drafts drafts;
  private final Accounts accounts;

  Tasks(
      Processes processes,
      Instruments instruments,
      Deadlines deadlines,
      Presenting presenting,
      Drafts drafts,
      Accounts accounts) {
    this.processes = processes;
    this.instruments = instruments;
    this.deadlines = deadlines;
    this.presenting = presenting;
    this.drafts = drafts;
    this.accounts = accounts;
  }

  /**
   * A page of what the current account may do, most urgent first. The cases are read together,
   * however many; a step of one that makes a rule fail is told without its deadline.
   */
  @Transactional(readOnly = true)
  public Page<Task> mine(@Nullable String after, int limit, Locale locale) {
    StepPage page = processes.stepsOf(accounts.current(), after, Page.limit(limit));
    Map<Reference, Judgement> judged = judged(page.items());
    return new Page<>(page.items(), page.next())
        .map(step -> task(step, judged.get(step.reference()), locale));
  }

  private Map<Reference, Judgement> judged(List<OpenStep> steps) {
    Set<Reference> cases = steps.stream().map(OpenStep::reference).collect(Collectors.toSet());
    return deadlines.judge(cases).stream()
        .collect(Collectors.toMap(each -> each.file().reference(), each -> each));
  }

  private Task task(OpenStep step, @Nullable Judgement judged, Locale locale) {
    Judgement judgement =
        judged == null
            ? new Judgement(instruments.known(step.reference()), List.of(), List.of(), List.of())
            : judged;
    return presenting.task(step, judgement.file(), judgement, locale);
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

  /**
   * The task with all that its form shows.
   *
   * @throws Refusal when it is not open, or not for the current account to see
   */
  @Transactional(readOnly = true)
  public TaskSheet sheet(String id, Locale locale) {
    OpenStep step = visible(id);
    CaseFile file = instruments.known(step.reference());
    return presenting.sheet(step, file, deadlines.judgeDeadlines(file), accounts.current(), locale);
  }

  /**
   * Keeps what the current account has typed into the task's form and not yet sent.
   *
   * @return how the dates in it are read, by the name of the field; empty where they are not
   * @throws Refusal when the task is not open, or not for the current account to see
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Map<String, Optional<StatedDate>> keep(String id, Map<String, String> typed) {
    Map<String, String> kept = new TreeMap<>();
    Map<String, Optional<StatedDate>> dates = new TreeMap<>();
    for (Ask ask : Ask.values()) {
      String text = typed.getOrDefault(ask.field(), "");
      if (text.length() > LONGEST) {
        throw Refusal.invalid(List.of(Fault.at("/" + ask.field(), "field.size", 0, LONGEST)));
      }
      if (!text.isBlank()) {
        kept.put(ask.field(), text);
      }
      if (!text.isBlank() && ask.type() == Task.FieldType.DATE) {
        dates.put(ask.field(), TypedDate.read(text));
      }
    }
    drafts.keep(visible(id).place(), accounts.current(), kept);
    return dates;
  }

  /** The open tasks of a case, for those who may see the case. */
  @Transactional(readOnly = true)
  public List<Task> of(CaseFile file, Locale locale) {
    Judgement judgement = deadlines.judgeDeadlines(file);
    return processes.openSteps(file.reference()).stream()
        .map(step -> presenting.task(step, file, judgement, locale))
        .toList();
  }

  /**
   * Completes a task with what a person says.
   *
   * @return what it recorded: an event, or a decision
   * @throws Refusal when it is not hers to complete, when somebody was first, or what she says is
   *     wrong
   */
  public Recorded complete(String id, StepAnswer said) {
    processes.caseInSight(id).ifPresent(instruments::hold);
    OpenStep step = stillOpen(id);
    CaseFile before = instruments.known(step.reference());
    processes.complete(step, new Answer(said.fields()));
    return Recorded.between(before, instruments.known(step.reference()));
  }

  private OpenStep visible(String id) {
    return ifVisible(id).orElseThrow(() -> Refusal.notFound("step.unknown", id));
  }

  /** The same; whoever comes second is told so, if she sees the case. */
  private OpenStep stillOpen(String id) {
    return ifVisible(id)
        .orElseThrow(
            () ->
                processes.caseOfPastStep(id).flatMap(instruments::ifSeen).isPresent()
                    ? Refusal.of(Refusal.Kind.CONFLICT, "step.past")
                    : Refusal.notFound("step.unknown", id));
  }

  private Optional<OpenStep> ifVisible(String id) {
    Account account = accounts.current();
    return processes.step(id).filter(step -> step.isVisibleTo(account));
  }

  private Task task(OpenStep step, Locale locale) {
    CaseFile file = instruments.known(step.reference());
    return presenting.task(step, file, deadlines.judgeDeadlines(file), locale);
  }
}
