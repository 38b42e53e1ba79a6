package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Roots are taken out to a file, each once, and what was taken out tells of a rewrite. */
class RootsExportTest {

  private final DriverManagerDataSource database =
      new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  private final Chronicle chronicle = Chronicle.in(database);
  private final Reference reference = chronicle.open(1, 2);

  private Path file;
  private Sealing sealing;

  @BeforeEach
  void choose(@TempDir Path folder) {
    file = folder.resolve("roots.jsonl");
    sealing = SealingFixture.sealing(database, file.toString());
  }

  @Test
  void eachRootIsALineOnce() throws IOException {
    sealTwice();
    sealing.run();
    assertThat(Files.readString(file)).endsWith("}\n").doesNotContain("intact");
    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(read()).isEqualTo(stored());
  }

  @Test
  void whatAnotherNodeMadeIsAddedToo() throws IOException {
    SealingFixture.seal(database);
    chronicle.change(reference, Chronicle.NOW);
    sealing.run();
    assertThat(read()).isEqualTo(stored()).hasSize(2);
  }

  @Test
  void aLineThatWasCutShortIsWrittenAnew() throws IOException {
    sealTwice();
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() - 40));
    sealing.run();
    assertThat(file).hasContent(whole);
    Files.writeString(file, whole.substring(0, 40));
    sealing.run();
    assertThat(file).hasContent(whole);
  }

  @Test
  void nothingIsAddedToAFileThatKnowsBetter() throws IOException {
    sealTwice();
    String before = Files.readString(file);
    chronicle.jdbc.sql("update journal_root set hash = ? where number = 2").param("0").update();
    chronicle.change(reference, Chronicle.NOW);
    sealing.run();
    assertThat(stored()).hasSize(3);
    assertThat(file).hasContent(before);
  }

  @Test
  void whatIsNoFileOfRootsStaysAsItIs() throws IOException {
    for (String letter : List.of("Dear Anna,", "Dear Anna,\n")) {
      Files.writeString(file, letter);
      sealing.run();
      assertThat(Files.readString(file)).isEqualTo(letter);
    }
    assertThat(stored()).as("sealed all the same").hasSize(1);
    assertThatExceptionOfType(RootsFile.Unreadable.class).isThrownBy(this::read);
  }

  @Test
  void aFolderThatIsNotThereKeepsNobodyFromSealing() {
    SealingFixture.sealing(database, file.resolve("none").toString()).run();
    assertThat(stored()).hasSize(1);
  }

  private void sealTwice() {
    sealing.run();
    chronicle.change(reference, Chronicle.NOW);
    sealing.run();
  }

  private List<Root> stored() {
    return SealingFixture.roots(database).after(0, 100);
  }

  private List<Root> read() throws IOException {
    List<Root> roots = new ArrayList<>();
    return new RootsFile(file, SealingFixture.JSON)
        .read(
            all -> {
              all.forEachRemaining(roots::add);
              return roots;
            });
  }
}
