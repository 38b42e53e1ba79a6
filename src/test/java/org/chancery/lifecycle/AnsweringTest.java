package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.instrument.Reference;
import org.chancery.process.Answer;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is typed into the form of a step is checked, and what is wrong is said of its field. */
@ChanceryTest
class AnsweringTest {

  private static final String CASE =
      """
      {'type': 'AGREEMENT', 'title': {'en': 'Roads'}, 'responsibleBody': 'mddt',
       'participatingBodies': ['energy'], 'parties': [{'code': 'AZ'}, {'code': 'GE'}],
       'events': [{'kind': 'DRAFTED', 'on': '2026-10-01'},
                  {'kind': 'EXPERTISE_GIVEN', 'on': '2026-10-02'}]}""";

  @Autowired private Desk desk;
  @Autowired private Answering answering;
  @Autowired private Processes processes;
  private OpenStep open;

  @BeforeEach
  void open() {
    Reference reference = desk.open("mddtClerk", CASE);
    open = processes.openSteps(reference).get(0);
    assertThat(open.step()).isEqualTo("clear");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrongIsSaidOfItsField(Ask ask) {
    String wrong =
        switch (ask.type()) {
          case DATE -> "soon";
          case TEXT, LONG_TEXT -> "x".repeat(2001);
          case CHOICE -> "PERHAPS";
          case FILE -> "77";
        };
    assertThat(refusal(Map.of(ask.field(), wrong)).faults())
        .extracting(Refusal.Fault::pointer)
        .containsExactly("/" + ask.field());
  }

  @Test
  void whatIsMissingIsSaidAllAtOnce() {
    assertThat(refusal(Map.of("answer", "CLEARED_WITH_REMARKS", "on", " ", "remark", "")).faults())
        .extracting(Refusal.Fault::pointer)
        .containsExactlyInAnyOrder("/on", "/remark");
  }

  @Test
  void anAnswerThatIsNotGivenIsMissing() {
    assertThat(refusal(Map.of("answer", "")).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message().code()).isEqualTo("step.required"));
  }

  private Refusal refusal(Map<String, String> wrong) {
    Map<String, String> fields = new HashMap<>(Map.of("answer", "CLEARED", "on", "21.11.2026"));
    fields.putAll(wrong);
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> answered(new Answer(fields)));
    assertThat(refusal).as("%s", fields).isNotNull();
    return refusal;
  }

  private Object answered(Answer answer) {
    return desk.as(
        "energyClerk",
        () -> {
          answering.completed(open, answer);
          return answer;
        });
  }
}
