package org.chancery.process;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether the step that is being completed in this thread may be complete: a person answered its
 * form, or the register already holds what it is for. A completion that was announced in neither
 * way is refused, so that no message to the engine can imitate one.
 */
@Component
class Completion {

  private record Announced(String task, @Nullable CommandContext command) {}

  private static final ThreadLocal<@Nullable Announced> ANNOUNCED = new ThreadLocal<>();

  /** While the work runs, the step may be passed: the register already holds what it is for. */
  void passing(String task, Runnable work) {
    ANNOUNCED.set(new Announced(task, null));
    try {
      work.run();
    } finally {
      ANNOUNCED.remove();
    }
  }

  /** The command that runs now may complete the step: a person has answered its form. */
  void answered(String task) {
    ANNOUNCED.set(new Announced(task, Context.getCommandContext()));
  }

  /**
   * @throws IllegalStateException when the completion was not announced
   */
  void check(String task) {
    Announced taken = ANNOUNCED.get();
    ANNOUNCED.remove();
    if (taken == null || !taken.task().equals(task) || !isOfThisCommand(taken)) {
      throw new IllegalStateException("a step is completed by its form only");
    }
  }

  private static boolean isOfThisCommand(Announced taken) {
    return taken.command() == null || taken.command() == Context.getCommandContext();
  }
}
