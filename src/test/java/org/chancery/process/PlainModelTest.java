package org.chancery.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@House
class PlainModelTest {

  private static final String START =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
          xmlns:activiti="http://activiti.org/bpmn" targetNamespace="test">
        <bpmn:process id="tried" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:startEvent id="start"/>
          <bpmn:sequenceFlow id="on" sourceRef="start" targetRef="node"/>
      """;
  private static final String END = "</bpmn:process></bpmn:definitions>";

  @Autowired private RepositoryService repository;

  private void deploy(String node) {
    String id =
        repository.createDeployment().addString("tried.bpmn", START + node + END).deploy().getId();
    repository.deleteDeployment(id, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bpmn:userTask id='node' camunda:candidateGroups='${way.responsible(execution.processBusinessKey)}'/>",
        "<bpmn:serviceTask id='node' camunda:expression='${way.owner(execution.processBusinessKey, 1)}'/>",
        "<bpmn:serviceTask id='node' camunda:expression='${answer == &apos;YES&apos;}'/>"
      })
  void aPlanIsTaken(String node) {
    assertThatCode(() -> deploy(node)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bpmn:scriptTask id='node' scriptFormat='juel'><bpmn:script>${1}</bpmn:script></bpmn:scriptTask>",
        "<bpmn:serviceTask id='node' camunda:class='java.lang.Object'/>",
        "<bpmn:serviceTask id='node' activiti:class='java.lang.Object'/>",
        "<bpmn:serviceTask id='node' camunda:delegateExpression='${way}'/>",
        "<bpmn:serviceTask id='node' camunda:type='external' camunda:topic='t'/>",
        "<bpmn:serviceTask id='node' camunda:type='mail'/>",
        "<bpmn:serviceTask id='node' camunda:expression='${dataSource.close()}'/>",
        "<bpmn:serviceTask id='node' camunda:expression='${T(java.lang.Runtime).getRuntime()}'/>",
        "<bpmn:serviceTask id='node' camunda:expression='${way.getClass().forName(&apos;x&apos;)}'/>",
        "<bpmn:serviceTask id='node' camunda:expression='${way.ours(way.body(party))}'/>",
        "<bpmn:serviceTask id='node' camunda:expression='${way.ours(secret)}'/>",
        "<bpmn:serviceTask id='node' camunda:expression='${way.ours(party)} and ${way.ours(party)}'/>",
        "<bpmn:serviceTask id='node' camunda:expression='#{execution.setVariable(&apos;a&apos;, 1)}'/>",
        "<bpmn:userTask id='node' name='${&apos;&apos;.getClass()}'/>",
        "<bpmn:userTask id='node' camunda:formHandlerClass='java.lang.Object'/>",
        "<bpmn:userTask id='node'><bpmn:extensionElements><camunda:taskListener event='create' class='x'/></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='node'><bpmn:extensionElements><camunda:executionListener event='start' expression='${way.ours(party)}'/></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:callActivity id='node' calledElement='agreement'><bpmn:extensionElements><camunda:in sourceExpression='${way}' target='a'/></bpmn:extensionElements></bpmn:callActivity>",
        "<bpmn:userTask id='node'><bpmn:extensionElements><camunda:inputOutput/></bpmn:extensionElements></bpmn:userTask>"
      })
  void aProgramIsRefused(String node) {
    assertThatThrownBy(() -> deploy(node)).hasMessageContaining("A process model may not do this");
    assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("tried").count())
        .isZero();
  }

  @Test
  void theModelsOfTheHouseArePlans() {
    assertThat(repository.createProcessDefinitionQuery().list())
        .extracting(process -> process.getKey())
        .contains("treaty", "agreement", "performance");
  }

  @Test
  void onlyTheEnginesOwnExpressionsAreOnTheClassPath() {
    assertThat(new ScriptEngineManager().getEngineFactories())
        .allSatisfy(factory -> assertThat(factory.getLanguageName()).isEqualTo("JSP 2.1 EL"));
  }

  @Test
  void anExpressionIsMatchedWhole() {
    assertThat(AllowedExpression.matches("${way.ours(party)}", Set.of("way"))).isTrue();
    assertThat(AllowedExpression.matches("${way.ours(party)}", Set.of())).isFalse();
    assertThat(AllowedExpression.matches("${way.ours(party)}x", Set.of("way"))).isFalse();
  }
}
