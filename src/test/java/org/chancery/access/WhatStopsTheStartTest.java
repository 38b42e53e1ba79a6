package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.core.io.support.SpringFactoriesLoader;

class WhatStopsTheStartTest {

  @Test
  void tellsWhatAndWhatToDoInLinesOfTheirOwn() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    new WhatStopsTheStart(new PrintStream(said, true, StandardCharsets.UTF_8))
        .report(new FailureAnalysis("It is in use.", "Stop the other one.", null));
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .contains(
            "Chancery has not started.", "  It is in use.", "  What to do: Stop the other one.");
  }

  @Test
  void isAskedWhenAStartFails() {
    assertThat(
            SpringFactoriesLoader.loadFactories(
                FailureAnalysisReporter.class, getClass().getClassLoader()))
        .hasAtLeastOneElementOfType(WhatStopsTheStart.class);
  }
}
