package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** The modules, their directions, and the picture of them in the README. */
class ModulesTest {

  private static final List<String> OPEN_TO_ALL = List.of("web", "calendar", "access", "console");

  private final ApplicationModules modules = ApplicationModules.of(Chancery.class);

  @Test
  void followTheirDeclaredDirections() {
    assertThat(modules.stream().count()).isGreaterThanOrEqualTo(10);
    modules.verify();
  }

  @Test
  void areDrawnInTheReadme() throws IOException {
    String picture = picture();
    Golden.check("modules.md", "# The modules\n\n" + table() + "\n" + picture, getClass());
    Golden.checkSection(Path.of("README.md"), picture, getClass());
  }

  @Test
  void onlyOnePackageKnowsEachEngine() throws IOException {
    assertThat(sourcesThatImport("org.camunda")).isNotEmpty().allMatch(path -> in(path, "process"));
    assertThat(sourcesThatImport("org.kie", "org.drools"))
        .isNotEmpty()
        .allMatch(path -> in(path, "rule"));
  }

  @Test
  void askNoClockButTheInjectedOne() throws IOException {
    List<String> readings =
        List.of(
            "LocalDate.now(",
            "Instant.now(",
            "LocalDateTime.now(",
            "ZonedDateTime.now(",
            "System.currentTimeMillis(",
            "new Date()");
    for (String folder : List.of("src/main", "rules", "processes")) {
      try (var files = Files.walk(Path.of(folder))) {
        assertThat(files.filter(Files::isRegularFile).filter(ModulesTest::isText))
            .isNotEmpty()
            .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(readings));
      }
    }
  }

  private static boolean isText(Path file) {
    return file.toString().matches(".*\\.(java|drl|bpmn)");
  }

  private static boolean in(Path path, String module) {
    return path.startsWith(Path.of("src/main/java/org/chancery", module));
  }

  private static List<Path> sourcesThatImport(String... packages) throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> List.of(packages).stream().anyMatch(name -> mentions(file, name)))
          .toList();
    }
  }

  private static boolean mentions(Path file, String name) {
    try {
      return Files.readString(file).contains("import " + name)
          || Files.readString(file).contains("import static " + name);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private String table() {
    return "| Module | What it is |\n| --- | --- |\n"
        + modules.stream()
            .sorted(Comparator.comparing(ModulesTest::name))
            .map(module -> "| `%s` | %s |\n".formatted(name(module), sentence(module)))
            .collect(Collectors.joining());
  }

  private static String sentence(ApplicationModule module) {
    try {
      String text =
          Files.readString(
              Path.of("src/main/java/org/chancery", name(module), "package-info.java"));
      return text.replaceAll("(?s)^/\\*\\*\\s*(.*?)\\s*\\*/.*", "$1")
          .replaceAll("\\s+\\*?\\s*", " ");
    } catch (IOException missing) {
      throw new java.io.UncheckedIOException(missing);
    }
  }

  private String picture() {
    String arrows =
        modules.stream()
            .sorted(Comparator.comparing(ModulesTest::name))
            .flatMap(
                module ->
                    targets(module).stream()
                        .map(target -> "  %s --> %s\n".formatted(name(module), target)))
            .collect(Collectors.joining());
    return "```mermaid\nflowchart TD\n" + arrows + "```\n";
  }

  private Set<String> targets(ApplicationModule module) {
    return module.getDirectDependencies(modules, DependencyType.values()).stream()
        .map(dependency -> name(dependency.getTargetModule()))
        .filter(target -> !target.equals(name(module)) && !OPEN_TO_ALL.contains(target))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(ApplicationModule module) {
    return module.getIdentifier().toString();
  }
}
