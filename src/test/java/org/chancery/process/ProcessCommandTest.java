package org.chancery.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessCommandTest {

  @Test
  void withoutAWordItLooks() {
    assertThat(ProcessCommand.of(List.of())).isEqualTo(new ProcessCommand.Look());
  }

  @Test
  void aMoveMayBeATrialOfOneCaseAndBeginAnew() {
    Reference reference = Reference.of(2026, 7);
    assertThat(ProcessCommand.of(List.of("move")))
        .isEqualTo(new ProcessCommand.Move(new Moving.Order(null, false, false)));
    assertThat(
            ProcessCommand.of(List.of("move", "--case", reference.value(), "--dry-run", "--anew")))
        .isEqualTo(new ProcessCommand.Move(new Moving.Order(reference, true, true)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "move now", "move --case", "move --case 7", "move --hurry"})
  void aMisuseIsRefused(String line) {
    assertThatThrownBy(() -> ProcessCommand.of(List.of(line.split(" "))))
        .isInstanceOf(ProcessCommand.Misuse.class);
  }

  @Test
  void aMisuseIsExplainedBeforeAnythingIsOpened() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream said = new PrintStream(err, true, StandardCharsets.UTF_8);
    assertThat(ProcessCommands.run(Object.class, said, said, "processes", "fly")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no command", "usage:");
  }
}
