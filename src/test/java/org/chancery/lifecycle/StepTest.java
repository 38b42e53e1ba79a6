package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.chancery.Model;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.MilestoneKind;
import org.chancery.web.Catalogues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps, against the models that hold them and the deadlines they meet. */
class StepTest {

  private static final Set<Step> ON_A_MILESTONE =
      EnumSet.of(Step.CARRY_OUT_MEASURE, Step.REPORT, Step.DECIDE_RENEWAL);

  @Test
  void isEachUserTaskOfTheModelsAndNothingElse() {
    Set<String> drawn =
        Model.all().stream()
            .flatMap(model -> model.all(UserTask.class).stream())
            .map(UserTask::getId)
            .collect(Collectors.toSet());
    assertThat(Arrays.stream(Step.values()).map(Step::id))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(drawn);
  }

  @Test
  void isFoundByItsId() {
    assertThat(Step.withId("give-expertise")).contains(Step.GIVE_EXPERTISE);
  }

  @Test
  void isNotFoundByAnIdThatNoModelHas() {
    assertThat(Step.withId("GIVE_EXPERTISE")).isEmpty();
    assertThat(Step.withId("")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void hasAnswersThatCloseTheDeadlineItMeets(Step step) {
    MilestoneKind meets = step.meets();
    assertThat(step.choices()).extracting(Choice::code).isNotEmpty().doesNotHaveDuplicates();
    if (meets != null) {
      assertThat(step.answers()).containsAnyElementsOf(meets.closedBy());
    }
  }

  @Test
  void meetsEachKindOfDeadlineThatOneOfItsAnswersCloses() {
    for (MilestoneKind kind : MilestoneKind.values()) {
      List<Step> closing =
          Arrays.stream(Step.values())
              .filter(step -> step != Step.CLARIFY_STAGE && !ON_A_MILESTONE.contains(step))
              .filter(step -> step.answers().stream().anyMatch(kind.closedBy()::contains))
              .toList();
      assertThat(closing).as("%s", kind).allMatch(step -> step.meets() == kind);
    }
  }

  @Test
  void takesOnAMilestoneWhatClosesTheKindsThatHaveATaskOfTheirOwn() {
    assertThat(ON_A_MILESTONE.stream().flatMap(step -> step.answers().stream()))
        .contains(EventKind.MEASURE_DONE, EventKind.REPORTED, EventKind.RENEWED);
  }

  @ParameterizedTest
  @EnumSource
  void asksWhateverOneOfItsAnswersNeeds(Step step) {
    assertThat(step.choices())
        .allSatisfy(choice -> assertThat(choice.required()).allMatch(step::asks));
  }

  @ParameterizedTest
  @EnumSource
  void hasAName(Step step) {
    Catalogues words = new Catalogues("messages/word");
    String name = words.getMessage("word.step." + step.id(), null, java.util.Locale.ENGLISH);
    assertThat(name).isNotBlank();
  }
}
