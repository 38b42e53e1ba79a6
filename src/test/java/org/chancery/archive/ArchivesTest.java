package org.chancery.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.chancery.web.Digest;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;

/** The register is written to one file, whole and as of one moment. */
class ArchivesTest {

  private static final Vaults FULL = Vaults.full();

  @Test
  void hasEachRowOfEachTableOnce() {
    Repacked archive = Repacked.of(FULL.export());
    for (Table table : Inventory.TABLES) {
      assertThat(archive.text(table.entry()).lines())
          .as(table.name())
          .hasSize(FULL.count(table.name()))
          .doesNotHaveDuplicates();
      // Nothing happens to the house of this vault; ArchiveStoryTest has a house that lives.
      if (!table.name().equals("house_journal")) {
        assertThat(archive.text(table.entry())).as(table.name()).isNotEmpty();
      }
    }
  }

  @Test
  void saysOfEachEntryWhatItIs() throws IOException {
    Repacked archive = Repacked.of(FULL.export());
    JsonNode manifest = Vaults.JSON.readTree(archive.text(Manifest.NAME));
    assertThat(manifest.path("format").asInt()).isEqualTo(1);
    assertThat(manifest.path("exportedAt").asText()).isEqualTo("2026-11-21T08:00:00Z");
    assertThat(manifest.path("lastCaseNumber").asInt()).isEqualTo(Vaults.CASES);
    assertThat(manifest.path("texts").path("count").asInt()).isEqualTo(2);
    assertThat(manifest.path("journal").path("cases").asInt()).isEqualTo(Vaults.CASES);
    assertThat(manifest.path("entries"))
        .hasSize(Inventory.TABLES.size() + 1)
        .allSatisfy(
            entry -> {
              byte[] content = archive.content(entry.path("name").asText());
              assertThat(entry.path("bytes").asInt()).isEqualTo(content.length);
              assertThat(entry.path("sha256").asText()).isEqualTo(Digest.sha256("", content));
            });
  }

  @Test
  void hasItsTextsUnderTheirChecksums() {
    Repacked archive = Repacked.of(FULL.export());
    assertThat(archive.entries.keySet().stream().filter(name -> name.startsWith("texts/")))
        .hasSize(2)
        .allSatisfy(
            name ->
                assertThat("texts/" + Digest.sha256("", archive.content(name))).isEqualTo(name));
  }

  @Test
  void isTheSameAtAnotherTimeButForTheTime() {
    Vaults later = Vaults.empty("AZ", "2027-01-01T00:00:00Z");
    later.restore(FULL.export());
    Repacked now = Repacked.of(FULL.export());
    Repacked then = Repacked.of(later.export());
    assertThat(then.text(Manifest.NAME))
        .isEqualTo(now.text(Manifest.NAME).replace("2026-11-21T08:00:00Z", "2027-01-01T00:00:00Z"));
    assertThat(then.without(Manifest.NAME).bytes()).isEqualTo(now.without(Manifest.NAME).bytes());
  }

  @Test
  void holdsNoSecret() {
    Repacked archive = Repacked.of(FULL.export());
    Stream<String> texts =
        archive.entries.values().stream().map(each -> new String(each, StandardCharsets.UTF_8));
    assertThat(texts).noneMatch(text -> text.contains("secret-of") || text.contains("hash-of"));
  }

  @Test
  void sortsNamesAlikeEverywhere() {
    assertThat(Repacked.of(FULL.export()).text("membership.jsonl").lines())
        .extracting(line -> line.substring(12, 16))
        .isEqualTo(List.of("anna", "Bori", "zara"));
  }

  @Test
  void isOfOneMoment() {
    Vaults vault = Vaults.full();
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    String insert = "insert into party (reference, code) values ('%s', 'TR')";
    AtomicBoolean changed = new AtomicBoolean();
    vault.archives.export(
        target,
        bytes -> {
          // The moment is the one at which the first row is read.
          if (bytes > 10_000 && !changed.getAndSet(true)) {
            somebodyElse(() -> vault.jdbc.sql(insert.formatted(Vaults.reference(1))).update());
          }
        });
    assertThat(Repacked.of(target.toByteArray()).text("party.jsonl")).doesNotContain("TR");
    assertThat(Repacked.of(vault.export()).text("party.jsonl")).contains("TR");
  }

  @Test
  void isWrittenOneAtATime() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () -> FULL.archives.export(OutputStream.nullOutputStream(), bytes -> FULL.export()))
        .satisfies(refusal -> assertThat(refusal.detail().code()).isEqualTo("archive.busy"));
    assertThat(FULL.export()).isNotEmpty();
  }

  @Test
  void tellsHowMuchThereIs() {
    assertThat(FULL.archives.extent()).isEqualTo(new Archives.Extent(Vaults.CASES, 2, 12_000));
  }

  private static void somebodyElse(Runnable work) {
    CompletableFuture.runAsync(work).join();
  }
}
