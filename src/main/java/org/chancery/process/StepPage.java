package org.chancery.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of open steps, most urgent first.
 *
 * @param items the steps
 * @param next what to ask the next page with; null when this is the last
 */
public record StepPage(List<OpenStep> items, @Nullable String next) {

  /** An immutable copy. */
  public StepPage {
    items = List.copyOf(items);
  }
}
