package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

/** The command that says whether the journals are whole. */
class VerifyCommandsTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  private final DriverManagerDataSource database = new DriverManagerDataSource(url, "chancery", "");
  private final Chronicle chronicle = Chronicle.in(database);
  private final Reference reference = chronicle.open(1, 4);

  private Path roots;

  @BeforeEach
  void seal(@TempDir Path folder) {
    roots = folder.resolve("roots.jsonl");
    SealingFixture.sealing(database, roots.toString()).run();
    chronicle.changeHouse();
  }

  @Test
  void saysThatAllIsWhole() {
    assertThat(verify("--roots", roots.toString())).as("%s", err).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("Whole: 5 entries of 1 cases and of the house; root 1, ")
        .contains("and 1 entries after it.");
  }

  @Test
  void saysWhereItIsBroken() {
    chronicle.jdbc.sql("update journal set account = 'eve' where number = 2").update();
    chronicle.jdbc.sql("delete from journal where number = 4").update();
    assertThat(verify()).as("%s", err).isOne();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Journal " + reference + ", no. 2: it says something else")
        .contains("Journal " + reference + ", no. 4: it was there, and is missing.")
        .contains("Broken in 2 places");
  }

  @Test
  void findsARewriteByTheFile() {
    chronicle.jdbc.sql("delete from journal_leaf").update();
    chronicle.jdbc.sql("delete from journal_root").update();
    assertThat(verify()).isZero();
    assertThat(verify("--roots", roots.toString())).isOne();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Journal roots, no. 1");
  }

  @Test
  void findsARewriteByTwoRootsOfOneNumber() throws IOException {
    String root = Files.readString(roots);
    Files.writeString(roots, root + root.replace("\"leaves\":1,", "\"leaves\":2,"));
    assertThat(verify("--roots", roots.toString())).as("%s", err).isOne();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Journal roots, no. 1: it is not what it was")
        .contains("Broken in 1 places");
  }

  @Test
  void changesNothing() {
    chronicle.jdbc.sql("delete from journal_leaf").update();
    verify();
    assertThat(
            chronicle.jdbc.sql("select count(*) from journal_leaf").query(Integer.class).single())
        .isZero();
  }

  @Test
  void saysThatItCannotBeFoundOut(@TempDir Path folder) throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Anna,\n");
    assertThat(verify("--roots", letter.toString())).isEqualTo(2);
    assertThat(verify("--roots", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(verify("--spring.datasource.url=jdbc:h2:file:" + folder.resolve("none")))
        .isEqualTo(2);
    assertThat(folder).as("no database is made").isDirectoryNotContaining("glob:**none*");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("This is no line of a file of roots: Dear Anna,")
        .contains("NoSuchFileException")
        .contains("The database cannot be read: ");
  }

  @Test
  void explainsItself() {
    assertThat(verify("--root", "x")).isEqualTo(2);
    assertThat(verify("--roots")).isEqualTo(2);
    assertThat(verify("everything")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("usage: ")
        .contains("sort -t: -k2,2n roots-*.jsonl");
  }

  private int verify(String... arguments) {
    List<String> all = new ArrayList<>(List.of("verify", "--spring.datasource.url=" + url));
    all.addAll(List.of(arguments));
    return VerifyCommands.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        all.toArray(String[]::new));
  }
}
