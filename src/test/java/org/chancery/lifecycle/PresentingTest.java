package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.document.DocumentKind;
import org.chancery.document.Filing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** How a step is put before a person. */
class PresentingTest {

  /** Those four fall to the body responsible for the case, and to the treaty department. */
  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      mode = Mode.EXCLUDE,
      names = {"DRAFT", "RECONCILE", "INITIAL", "SIGN"})
  void whoHasNoMoreThanTheStepMayPutInItsScan(Step step) {
    Filing doer = new Filing("clerk", false, true);
    assertThat(doer.mayAdd(Presenting.scanKind(step))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"INITIAL", "SIGN"})
  void theTextThatIsInitialledOrSignedIsPutInByWhoKeepsTheCase(Step step) {
    DocumentKind kind = Presenting.scanKind(step);
    assertThat(new Filing("clerk", false, false).mayAdd(kind)).isFalse();
    assertThat(new Filing("clerk", true, false).mayAdd(kind)).isTrue();
  }
}
