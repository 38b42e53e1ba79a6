package org.chancery.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.chancery.console.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The register is exported and imported from a console. */
class ArchiveCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void itSaysWhatAndWhichFile() {
    Path file = Path.of("a.zip");
    assertThat(ArchiveCommand.of(List.of("export", "a.zip")))
        .isEqualTo(new ArchiveCommand.Export(file));
    assertThat(ArchiveCommand.of(List.of("import", "a.zip")))
        .isEqualTo(new ArchiveCommand.Import(file));
    assertThat(ArchiveCommand.of(List.of("resume"))).isEqualTo(new ArchiveCommand.Resume());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "fly", "export", "import", "export a b", "export --force", "resume now"})
  void aMisuseIsRefused(String line) {
    List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" "));
    assertThatThrownBy(() -> ArchiveCommand.of(words)).isInstanceOf(ArchiveCommand.Misuse.class);
  }

  @Test
  void aMisuseIsExplainedBeforeAnythingIsOpened() {
    PrintStream said = stream(err);
    assertThat(ArchiveCommands.run(Object.class, said, said, "archive", "fly")).isEqualTo(2);
    assertThat(text(err)).contains("no command", "usage:");
  }

  @Test
  void whatWasExportedIsImportedAndNotTwice() throws IOException {
    Path file = folder.resolve("first.zip");
    Path again = folder.resolve("again.zip");
    String from = database();
    String to = database();
    assertThat(run(from, new ArchiveCommand.Export(file))).isZero();
    assertThat(text(out)).contains("Exported to " + file);
    assertThat(run(to, new ArchiveCommand.Import(file))).isZero();
    assertThat(text(out)).contains("Imported 0 cases, 0 texts");
    assertThat(run(to, new ArchiveCommand.Export(again))).isZero();
    assertThat(Repacked.of(Files.readAllBytes(again)).without(Manifest.NAME).bytes())
        .isEqualTo(Repacked.of(Files.readAllBytes(file)).without(Manifest.NAME).bytes());
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, again);
    }
  }

  @Test
  void noFileIsOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("kept.zip"), "kept");
    assertThat(run(database(), new ArchiveCommand.Export(file))).isEqualTo(1);
    assertThat(text(err)).contains("There is a file " + file + " already.");
    assertThat(file).hasContent("kept");
  }

  @Test
  void aFolderThatIsNotThereIsExplained() {
    Path file = folder.resolve("absent").resolve("a.zip");
    assertThat(run(database(), new ArchiveCommand.Export(file))).isEqualTo(1);
    assertThat(text(err)).contains(file + " cannot be written");
  }

  @Test
  void whatIsNoArchiveIsExplained() throws IOException {
    Path file = Files.writeString(folder.resolve("no.zip"), "no");
    assertThat(run(database(), new ArchiveCommand.Import(file))).isEqualTo(1);
    assertThat(text(err)).contains("This is no archive, or it is damaged");
    assertThat(run(database(), new ArchiveCommand.Import(folder.resolve("absent.zip"))))
        .isEqualTo(1);
  }

  private static String database() {
    return "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  }

  private int run(String database, ArchiveCommand.OfFile command) {
    return ArchiveCommands.carryOut(command, CommandLine.of(database), stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream target) {
    return new PrintStream(target, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream said) {
    return said.toString(StandardCharsets.UTF_8);
  }
}
