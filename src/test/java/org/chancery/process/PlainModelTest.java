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

/**
 * S2: a model that could run code is refused when it is read, whoever brought it and whatever holds
 * the code.
 */
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
        "<bpmn:userTask id='node'><bpmn:extensionElements><camunda:inputOutput/></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='node'><bpmn:extensionElements><camunda:taskListener event='create' expression='${dataSource.close()}'/></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='node'><bpmn:extensionElements><camunda:taskListener event='create' delegateExpression='${way}'/></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='node'><bpmn:extensionElements><camunda:taskListener event='timeout' class='x'/></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='node'><bpmn:extensionElements><camunda:executionListener event='end' class='x'/></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='node'><bpmn:extensionElements><camunda:executionListener event='start' delegateExpression='${way}'/></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='node'><bpmn:extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:serviceTask id='node'><bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>",
        "<bpmn:userTask id='node'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='juel'>${1}</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='node'><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name='a'>${dataSource.close()}</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:serviceTask id='node'><bpmn:extensionElements><camunda:field name='a' expression='${way}'/></bpmn:extensionElements></bpmn:serviceTask>",
        "<bpmn:userTask id='node'><bpmn:extensionElements><camunda:formData><camunda:formField id='a' type='string' defaultValue='${dataSource.close()}'/></camunda:formData></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:userTask id='node'><bpmn:extensionElements><camunda:properties><camunda:property name='a' value='b'/></camunda:properties></bpmn:extensionElements></bpmn:userTask>",
        "<bpmn:callActivity id='node' calledElement='agreement'><bpmn:extensionElements><camunda:out sourceExpression='${way}' target='a'/></bpmn:extensionElements></bpmn:callActivity>",
        "<bpmn:serviceTask id='node'><bpmn:extensionElements><camunda:errorEventDefinition expression='${dataSource.close()}'/></bpmn:extensionElements></bpmn:serviceTask>",
        "<bpmn:userTask id='node' camunda:formKey='${dataSource.close()}'/>",
        "<bpmn:userTask id='node' camunda:formKey='embedded:app:x.html'/>",
        "<bpmn:userTask id='node' camunda:formRef='x'/>",
        "<bpmn:userTask id='node' camunda:candidateUsers='${dataSource.close()}'/>",
        "<bpmn:userTask id='node' camunda:candidateUsers='eve'/>",
        "<bpmn:userTask id='node' camunda:candidateGroups='${dataSource.close()}'/>",
        "<bpmn:userTask id='node' camunda:assignee='${dataSource.close()}'/>",
        "<bpmn:userTask id='node' camunda:assignee='eve'/>",
        "<bpmn:userTask id='node' camunda:dueDate='${dataSource.close()}'/>",
        "<bpmn:userTask id='node' camunda:followUpDate='${dataSource.close()}'/>",
        "<bpmn:userTask id='node' camunda:priority='${dataSource.close()}'/>",
        "<bpmn:userTask id='node' camunda:asyncBefore='true' camunda:jobPriority='${dataSource.close()}'/>",
        "<bpmn:serviceTask id='node' camunda:expression='${way.ours(party)}' camunda:resultVariable='a'/>",
        "<bpmn:sendTask id='node' camunda:class='x'/>",
        "<bpmn:businessRuleTask id='node' camunda:decisionRef='x'/>",
        "<bpmn:businessRuleTask id='node' camunda:expression='${dataSource.close()}'/>",
        "<bpmn:callActivity id='node' calledElement='${dataSource.close()}'/>",
        "<bpmn:callActivity id='node' calledElement='agreement' camunda:variableMappingClass='x'/>",
        "<bpmn:callActivity id='node' calledElement='agreement' camunda:variableMappingDelegateExpression='${way}'/>",
        "<bpmn:userTask id='node'><bpmn:multiInstanceLoopCharacteristics camunda:collection='${dataSource.close()}' camunda:elementVariable='a'/></bpmn:userTask>",
        "<bpmn:userTask id='node'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${dataSource.close()}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>",
        "<bpmn:userTask id='node'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality><bpmn:completionCondition>${dataSource.close()}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>",
        "<bpmn:intermediateCatchEvent id='node'><bpmn:timerEventDefinition><bpmn:timeDuration>${dataSource.close()}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
        "<bpmn:intermediateCatchEvent id='node'><bpmn:timerEventDefinition><bpmn:timeDate>${dataSource.close()}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
        "<bpmn:intermediateCatchEvent id='node'><bpmn:timerEventDefinition><bpmn:timeCycle>${dataSource.close()}</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
        "<bpmn:intermediateCatchEvent id='node'><bpmn:conditionalEventDefinition><bpmn:condition>${dataSource.close()}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>",
        "<bpmn:intermediateCatchEvent id='node'><bpmn:conditionalEventDefinition><bpmn:condition language='groovy'>1</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>",
        "<bpmn:intermediateThrowEvent id='node'><bpmn:messageEventDefinition camunda:class='x'/></bpmn:intermediateThrowEvent>",
        "<bpmn:intermediateThrowEvent id='node'><bpmn:signalEventDefinition camunda:delegateExpression='${way}'/></bpmn:intermediateThrowEvent>",
        "<bpmn:exclusiveGateway id='node'/><bpmn:sequenceFlow id='to' sourceRef='node' targetRef='end'><bpmn:conditionExpression>${dataSource.close()}</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:endEvent id='end'/>",
        "<bpmn:exclusiveGateway id='node'/><bpmn:sequenceFlow id='to' sourceRef='node' targetRef='end'><bpmn:conditionExpression language='groovy'>1</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:endEvent id='end'/>",
        "<bpmn:exclusiveGateway id='node'/><bpmn:sequenceFlow id='to' sourceRef='node' targetRef='end'><bpmn:conditionExpression camunda:resource='x.groovy'/></bpmn:sequenceFlow><bpmn:endEvent id='end'/>",
        "<bpmn:serviceTask id='node' camunda:expression='${way.ours(party).getClass()}'/>",
        "<bpmn:serviceTask id='node' camunda:expression='${execution}'/>",
        "<bpmn:serviceTask id='node' camunda:expression='${applicationContext.close()}'/>",
        "<bpmn:adHocSubProcess id='node'/>",
        "<bpmn:transaction id='node'/>"
      })
  void aProgramIsRefused(String node) {
    assertThatThrownBy(() -> deploy(node))
        .message()
        .containsAnyOf("A process model may not do this", "is not allowed to appear in element");
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
