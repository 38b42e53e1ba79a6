package org.chancery.access;

import java.io.PrintStream;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Tells the operator in lines of their own what stops the start, and what to do; in the log, which
 * takes no line breaks from anywhere, all would stand in one.
 */
final class WhatStopsTheStart implements FailureAnalysisReporter {

  private final PrintStream out;

  /** As Spring Boot makes it. */
  WhatStopsTheStart() {
    this(System.err);
  }

  WhatStopsTheStart(PrintStream out) {
    this.out = out;
  }

  @Override
  public void report(FailureAnalysis analysis) {
    out.printf("%nChancery has not started.%n%n  %s%n", analysis.getDescription());
    if (analysis.getAction() != null && !analysis.getAction().isBlank()) {
      out.printf("%n  What to do: %s%n", analysis.getAction());
    }
    out.println();
  }
}
