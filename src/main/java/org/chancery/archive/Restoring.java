package org.chancery.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.ZipFile;
import org.chancery.access.LockedPassword;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads an archive into an installation that is empty, in one transaction. Every entry is read and
 * checked before the first row is written. What is derived is not written: the next start of the
 * house judges every case, and its processes follow the register.
 */
@Component
class Restoring {

  private static final int PIECE = 256 * 1024;

  private final StoredRows rows;
  private final CaseNumbers numbers;
  private final LockedPassword locked;
  private final ObjectMapper json;
  private final TransactionTemplate transaction;
  private final String home;

  Restoring(
      StoredRows rows,
      CaseNumbers numbers,
      LockedPassword locked,
      ObjectMapper json,
      PlatformTransactionManager transactions,
      @Value("${chancery.home}") String home) {
    this.rows = rows;
    this.numbers = numbers;
    this.locked = locked;
    this.json = json;
    this.transaction = new TransactionTemplate(transactions);
    this.home = home;
  }

  /**
   * Reads the archive in.
   *
   * @param progress is told now and then how many bytes have been read, unpacked: all are read
   *     twice
   * @return what it says of itself
   * @throws Refusal when the installation is not empty, or the archive is not whole, of an unknown
   *     format or another home; nothing has changed then
   */
  Manifest restore(Path file, LongConsumer progress) {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      return restore(ArchiveFile.in(zip, Files.size(file), json, progress));
    } catch (IOException broken) {
      throw ArchiveFile.unreadable(broken);
    }
  }

  private Manifest restore(ArchiveFile archive) {
    Manifest manifest = archive.manifest();
    if (!manifest.home().equals(home)) {
      throw ArchiveFile.refused("archive.home", manifest.home(), home);
    }
    requireEmpty();
    Inspection.of(archive);
    try {
      transaction.executeWithoutResult(status -> write(archive));
    } catch (DataIntegrityViolationException contradiction) {
      throw ArchiveFile.refused(
          "archive.contradicts", String.valueOf(contradiction.getMostSpecificCause().getMessage()));
    }
    return manifest;
  }

  /** What the program fills itself at its first start may be there. */
  private void requireEmpty() {
    Inventory.TABLES.stream()
        .filter(table -> !Inventory.BROUGHT_ALONG.contains(table.name()) && !rows.isEmpty(table))
        .findFirst()
        .ifPresent(Restoring::refuseToOverwrite);
  }

  private static void refuseToOverwrite(Table table) {
    throw Refusal.of(Kind.CONFLICT, "archive.notEmpty", table.name());
  }

  private void write(ArchiveFile archive) {
    requireEmpty();
    numbers.goOnAfter(archive.manifest().lastCaseNumber());
    Inventory.BROUGHT_ALONG.forEach(rows::clear);
    Inventory.TABLES.forEach(table -> write(table, archive));
    archive.each(
        Inventory.CONTENT,
        row -> {
          if (Inventory.isHeld(row)) {
            writeText(row, archive);
          }
        });
  }

  private void write(Table table, ArchiveFile archive) {
    Map<String, Object> given = new HashMap<>(table.given());
    if (table.equals(Inventory.ACCOUNT)) {
      given.put("password_hash", locked.hash());
    }
    StoredRows.Adding adding = rows.adding(table);
    archive.each(
        table,
        row -> {
          row.putAll(given);
          adding.add(row);
        });
    adding.done();
    if (table.later() != null) {
      fill(table, table.later(), archive);
    }
  }

  private void fill(Table table, Column later, ArchiveFile archive) {
    StoredRows.Adding filling = rows.filling(table, later);
    archive.each(
        table,
        row -> {
          if (row.containsKey(later.name())) {
            filling.add(row);
          }
        });
    filling.done();
  }

  private void writeText(Map<String, Object> row, ArchiveFile archive) {
    String sha256 = (String) Table.required(row, "sha256");
    long size = (long) Table.required(row, "size");
    try (Checked content = archive.text(sha256, size)) {
      int number = 0;
      for (byte[] piece = content.readNBytes(PIECE);
          piece.length > 0;
          piece = content.readNBytes(PIECE)) {
        rows.add(sha256, ++number, piece);
      }
      content.verify();
    } catch (IOException broken) {
      throw ArchiveFile.unreadable(broken);
    }
  }
}
