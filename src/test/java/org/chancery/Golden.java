package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is derived from the code and kept beside it, so that each change of what is derived
 * is seen in review.
 */
public final class Golden {

  private static final String REFRESH = "golden.refresh";

  private Golden() {}

  /**
   * Compares what was derived with the file in {@code docs/generated}; {@code mvn test
   * -Dgolden.refresh -Dtest=…} writes it.
   */
  public static void check(String file, String derived, Class<?> test) throws IOException {
    check(Path.of("docs", "generated", file), derived, test);
  }

  /** The same for what stands in a file between two comments that name the test. */
  public static void checkSection(Path path, String derived, Class<?> test) throws IOException {
    String mark = "<!-- " + test.getSimpleName() + " -->\n";
    String[] parts = Files.readString(path).split(java.util.regex.Pattern.quote(mark), -1);
    assertThat(parts).as("%s has two marks %s", path, mark.strip()).hasSize(3);
    check(path, parts[0] + mark + derived + mark + parts[2], test);
  }

  private static void check(Path path, String derived, Class<?> test) throws IOException {
    if (System.getProperty(REFRESH) != null) {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, derived);
    }
    assertThat(path)
        .as(
            "%s has changed; if that is meant: mvn test -D%s -Dtest=%s",
            path, REFRESH, test.getSimpleName())
        .hasContent(derived);
  }
}
