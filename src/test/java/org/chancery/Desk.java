package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.chancery.access.Accounts;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.NewEvent;
import org.chancery.instrument.Opening;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.lifecycle.Task;
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
    return as(account, () -> tasks.complete(task(account, reference, step).id(), answer));
  }

  /** Records that it happened today. */
  public Event record(String account, Reference reference, EventKind kind) {
    return record(account, reference, NewEvent.of(kind, StatedDate.of(TestTime.TODAY)));
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

  /** Does the work in the name of the account. */
  public <T> T as(String account, Supplier<T> work) {
    return accounts.as(accounts.find(account).orElseThrow(), work);
  }

  private Task task(String account, Reference reference, String step) {
    List<Task> open =
        tasks.mine(null, 200, Locale.ENGLISH).items().stream()
            .filter(task -> task.reference().equals(reference) && task.step().equals(step))
            .toList();
    assertThat(open)
        .as("%s has a task %s in %s; open are %s", account, step, reference, waitsAt(reference))
        .isNotEmpty();
    return open.get(0);
  }

  private Opening opening(String body) {
    try {
      return Opening.of(json.readTree(body.replace('\'', '"')), reading);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(body, broken);
    }
  }
}
