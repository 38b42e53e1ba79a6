package org.chancery.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;

/** A register made of paper: it remembers what it was asked and told. */
class Ledger implements Steps {

  final List<OpenStep> opened = new ArrayList<>();
  final List<OpenStep> completed = new ArrayList<>();
  final Map<String, String> answers = new HashMap<>();
  @Nullable Runnable onCompletion;

  @Override
  public Display opened(OpenStep step) {
    opened.add(step);
    return new Display(
        "Fibre-optic line along the bottom of the Caspian",
        step.party() == null ? null : "Party " + step.party(),
        "2026-12-31",
        Instant.parse("2026-12-31T20:00:00Z"),
        60);
  }

  @Override
  public void completed(OpenStep step, Answer answer) {
    if (answer.value("on").isEmpty()) {
      throw Refusal.doesNotFit("/on", "step.of-others", "a date");
    }
    completed.add(step);
    answers.putAll(answer.values());
    if (onCompletion != null) {
      onCompletion.run();
    }
  }
}
