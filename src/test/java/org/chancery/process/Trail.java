package org.chancery.process;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.chancery.instrument.Reference;
import org.springframework.boot.test.context.TestComponent;

/**
 * The way that cases took through the models: each sequence flow as {@code process/flow}, written
 * down when it is taken.
 */
@TestComponent
public class Trail extends AbstractProcessEnginePlugin {

  private record Passage(String reference, String flow) {}

  private static final List<Passage> PASSAGES = new CopyOnWriteArrayList<>();

  /** What was taken for the first time in each JVM, a file for each. */
  private static final Path TAKEN = Path.of("target", "flows");

  private static final Set<String> TAKEN_HERE = ConcurrentHashMap.newKeySet();

  /** The flows that the case took, in order. */
  public List<String> of(Reference reference) {
    return PASSAGES.stream()
        .filter(passage -> passage.reference().equals(reference.value()))
        .map(Passage::flow)
        .toList();
  }

  /** All flows that any case took in the tests of this build. */
  public static Set<String> ofAll() {
    try (Stream<Path> files = Files.list(TAKEN)) {
      return files.flatMap(Trail::lines).collect(Collectors.toSet());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void note(String flow) {
    if (TAKEN_HERE.add(flow)) {
      Path file = TAKEN.resolve(ProcessHandle.current().pid() + ".txt");
      try {
        Files.createDirectories(TAKEN);
        Files.writeString(file, flow + "\n", CREATE, APPEND);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> listeners = new ArrayList<>();
    if (engine.getCustomPostBPMNParseListeners() != null) {
      listeners.addAll(engine.getCustomPostBPMNParseListeners());
    }
    listeners.add(new AtEachFlow());
    engine.setCustomPostBPMNParseListeners(listeners);
  }

  private static final class AtEachFlow extends AbstractBpmnParseListener {

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
      String name =
          ((ProcessDefinition) scope.getProcessDefinition()).getKey() + "/" + flow.getId();
      flow.addListener(
          ExecutionListener.EVENTNAME_TAKE,
          (ExecutionListener)
              execution -> {
                PASSAGES.add(new Passage(execution.getProcessBusinessKey(), name));
                note(name);
              });
    }
  }
}
