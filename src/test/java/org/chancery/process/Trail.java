package org.chancery.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
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
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestComponent;

/**
 * The way that cases took through the models: each sequence flow as {@code process/flow}, written
 * down when it is taken.
 */
@TestComponent
public class Trail extends AbstractProcessEnginePlugin {

  private record Passage(String reference, String flow) {}

  private static final List<Passage> PASSAGES = new CopyOnWriteArrayList<>();

  private static final Set<String> TESTS = ConcurrentHashMap.newKeySet();

  /** Writes down which tests have begun, so that one that looks back knows what it can ask. */
  public static final class Witness implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
      TESTS.add(context.getRequiredTestClass().getSimpleName());
    }
  }

  /** The flows that the case took, in order. */
  public List<String> of(Reference reference) {
    return PASSAGES.stream()
        .filter(passage -> passage.reference().equals(reference.value()))
        .map(Passage::flow)
        .toList();
  }

  /** All flows that any case took since the tests began. */
  public static List<String> ofAll() {
    return PASSAGES.stream().map(Passage::flow).distinct().toList();
  }

  /** Whether tests of all these names have begun. */
  public static boolean saw(Collection<String> tests) {
    return TESTS.containsAll(tests);
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
          (ExecutionListener) execution -> PASSAGES.add(passage(execution, name)));
    }

    private static Passage passage(DelegateExecution execution, String flow) {
      return new Passage(execution.getProcessBusinessKey(), flow);
    }
  }
}
