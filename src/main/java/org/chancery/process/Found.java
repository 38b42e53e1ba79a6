package org.chancery.process;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.impl.Page;
import org.jspecify.annotations.Nullable;

/** The engine's search conditions on what is not in its tables; a missing condition holds. */
final class Found {

  private Found() {}

  static boolean is(@Nullable String wanted, String value) {
    return wanted == null || wanted.equals(value);
  }

  static boolean isAmong(String @Nullable [] wanted, String value) {
    return wanted == null || Arrays.asList(wanted).contains(value);
  }

  /** Whether the value contains the pattern without its wildcards. */
  static boolean isLike(@Nullable String pattern, String value) {
    return pattern == null
        || value
            .toLowerCase(Locale.ROOT)
            .contains(pattern.replace("%", "").toLowerCase(Locale.ROOT));
  }

  static <T> List<T> onPage(List<T> found, @Nullable Page page) {
    return page == null
        ? found
        : found.stream().skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
  }
}
