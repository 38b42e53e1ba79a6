package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.NewEvent;
import org.chancery.instrument.Opening;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.lifecycle.Recorded;
import org.chancery.lifecycle.StepAnswer;
import org.chancery.lifecycle.Tasks;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.chancery.web.Reading;
import org.springframework.boot.test.context.TestComponent;

/** The people of the house at work: opens cases, completes tasks, records events, looks. */
@TestComponent
public class Desk {

  private final Instruments instruments;
  private final Tasks tasks;
  private final Processes processes;
  private final Accounts accounts;
  private final Reading reading;
  private final ObjectMapper json;

  Desk(
      Instruments instruments,
      Tasks tasks,
      Processes processes,
      Accounts accounts,
      Reading reading,
      ObjectMapper json) {
    this.instruments = instruments;
    this.tasks = tasks;
    this.processes = processes;
    this.accounts = accounts;
    this.reading = reading;
    this.json = json;
  }

  /** Opens the case that the JSON describes; single quotes stand for double ones. */
  public Reference open(String account, String body) {
    return as(account, () -> instruments.open(opening(body)).reference());
  }

  /** Completes the case's task at the step, today, with no more than is required. */
  public Event complete(String account, Reference reference, String step) {
    return complete(account, reference, step, Map.of());
  }

  /** Completes the case's task at the step, today, with the fields. */
  public Event complete(
      String account, Reference reference, String step, Map<String, String> fields) {
    Map<String, String> answer = new HashMap<>(Map.of("on", TestTime.TODAY.toString()));
    answer.putAll(fields);
    return as(
        account, () -> event(tasks.complete(task(account, reference, step).id(), said(answer))));
  }

  /** Sends the fields, and nothing more, for the first task at the step, whoever's it is. */
  public Event attempt(
      String account, Reference reference, String step, Map<String, String> fields) {
    OpenStep open = stepsAt(reference, step).get(0);
    return as(account, () -> event(tasks.complete(open.id(), said(fields))));
  }

  /** Decides at the case's step, with the fields. */
  public Decision decide(
      String account, Reference reference, String step, Map<String, String> fields) {
    String id = task(account, reference, step).id();
    return as(account, () -> ((Recorded.Decided) tasks.complete(id, said(fields))).decision());
  }

  private static Event event(Recorded recorded) {
    return ((Recorded.Happened) recorded).event();
  }

  private StepAnswer said(Map<String, String> fields) {
    return reading.read(json.valueToTree(fields), StepAnswer.class);
  }

  /** Records that it happened today. */
  public Event record(String account, Reference reference, EventKind kind) {
    return record(account, reference, NewEvent.of(kind, StatedDate.of(TestTime.TODAY)));
  }

  /** Records the event that the JSON describes; single quotes stand for double ones. */
  public Event record(String account, Reference reference, String body) {
    return record(account, reference, reading.read(tree(body), NewEvent.class));
  }

  /** Records the event. */
  public Event record(String account, Reference reference, NewEvent event) {
    return as(account, () -> instruments.record(reference, event));
  }

  /** The steps at which the case waits. */
  public List<String> waitsAt(Reference reference) {
    return processes.openSteps(reference).stream().map(OpenStep::step).sorted().toList();
  }

  /** Whether a process of the case runs. */
  public boolean isRunning(Reference reference) {
    return processes.isRunning(reference);
  }

  /** The stage of the case. */
  public Stage stage(Reference reference) {
    return instruments.known(reference).stage(TestTime.TODAY);
  }

  /** What happened in the case, in the order of recording. */
  public List<EventKind> events(Reference reference) {
    return instruments.known(reference).events().stream().map(Event::kind).toList();
  }

  /** Does the work in the name of the account. */
  public <T> T as(String account, Supplier<T> work) {
    return accounts.as(accounts.find(account).orElseThrow(), work);
  }

  private OpenStep task(String account, Reference reference, String step) {
    Account person = accounts.find(account).orElseThrow();
    List<OpenStep> open =
        stepsAt(reference, step).stream().filter(each -> each.fallsTo(person)).toList();
    assertThat(open)
        .as("%s has a task %s in %s; open are %s", account, step, reference, waitsAt(reference))
        .isNotEmpty();
    return open.get(0);
  }

  private List<OpenStep> stepsAt(Reference reference, String step) {
    return processes.openSteps(reference).stream()
        .filter(each -> each.step().equals(step))
        .toList();
  }

  private Opening opening(String body) {
    return Opening.of(tree(body), reading);
  }

  private JsonNode tree(String body) {
    try {
      return json.readTree(body.replace('\'', '"'));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(body, broken);
    }
  }
}
