package org.chancery.archive;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import org.chancery.journal.Examination;
import org.chancery.journal.Flaw;
import org.chancery.web.Digest;
import org.chancery.web.Refusal;

/** Reads a whole archive through, before anything of it is written. */
final class Inspection {

  private final ArchiveFile archive;
  private String lastText = "";
  private long texts;
  private long bytesOfTexts;

  private Inspection(ArchiveFile archive) {
    this.archive = archive;
  }

  /**
   * Reads it through.
   *
   * @throws Refusal when it is not whole, or a journal in it is not
   */
  static void of(ArchiveFile archive) {
    new Inspection(archive).run();
  }

  private void run() {
    Manifest manifest = archive.manifest();
    manifest
        .entry(ArchiveFile.README)
        .ifPresent(readme -> archive.verify(readme.name(), readme.bytes(), readme.sha256()));
    for (Table table : Inventory.TABLES) {
      if (!ArchivedJournal.TABLES.contains(table)) {
        archive.each(table, row -> check(table, row));
      }
    }
    if (!new Manifest.Texts(texts, bytesOfTexts).equals(manifest.texts())) {
      throw ArchiveFile.refused("archive.texts", texts, manifest.texts().count());
    }
    try (ArchivedJournal journal = new ArchivedJournal(archive)) {
      Examination.of(journal, Collections.emptyIterator(), Inspection::refuse);
      if (!journal.end().equals(manifest.journal())) {
        throw ArchiveFile.refused("archive.root");
      }
    } catch (IOException broken) {
      throw ArchiveFile.unreadable(broken);
    }
  }

  private static void refuse(Flaw flaw) {
    throw ArchiveFile.refused(flaw.message().code(), flaw.message().arguments().toArray());
  }

  private void check(Table table, Map<String, Object> row) {
    if (table.equals(Inventory.CONTENT)) {
      checkText(row);
    } else if (table.equals(Inventory.RULE_TABLE)
        && !Digest.sha256(text(row, "text")).equals(row.get("checksum"))) {
      throw new IllegalArgumentException("its checksum differs");
    }
  }

  /** Each text once, so that none is in the archive which is not listed. */
  private void checkText(Map<String, Object> row) {
    String sha256 = text(row, "sha256");
    long size = (long) Table.required(row, "size");
    if (sha256.compareTo(lastText) <= 0) {
      throw new IllegalArgumentException("it is out of order");
    }
    lastText = sha256;
    if (!Inventory.isHeld(row)) {
      return;
    }
    archive.verify(ArchiveFile.textEntry(sha256), size, sha256);
    texts++;
    bytesOfTexts += size;
  }

  private static String text(Map<String, Object> row, String column) {
    return (String) Table.required(row, column);
  }
}
