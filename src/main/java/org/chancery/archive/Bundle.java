package org.chancery.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An archive that is being written: a ZIP of entries one after the other, each measured as it goes
 * in. Nothing in it tells when it was written but the manifest, so that the same record gives the
 * same bytes.
 */
final class Bundle {

  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;
  private final ObjectMapper json;
  private final LongConsumer progress;
  private final List<Manifest.Entry> entries = new ArrayList<>();
  private long texts;
  private long bytesOfTexts;
  private long packed;

  /**
   * @param target where it goes; stays open
   * @param progress is told now and then how many bytes have been packed
   */
  Bundle(OutputStream target, ObjectMapper json, LongConsumer progress) {
    this.zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
    this.json = json;
    this.progress = progress;
  }

  /** An entry of lines that is being written. */
  final class Page {

    private final Measure measure = new Measure();
    private long rows;

    void add(Map<String, Object> row) {
      Map<String, Object> line = new LinkedHashMap<>();
      row.forEach((name, value) -> line.put(name, Column.written(value)));
      try {
        put(json.writeValueAsBytes(line), measure);
        put(new byte[] {'\n'}, measure);
        rows++;
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /** What writes the lines of an entry. */
  interface Lines {

    /** Adds each row to the page. */
    void to(Page page);
  }

  /** Packs an entry of lines. */
  void lines(String name, Lines lines) throws IOException {
    zip.putNextEntry(entry(name));
    Page page = new Page();
    lines.to(page);
    close(name, page.rows, page.measure);
  }

  /** Packs an entry that is no lines. */
  void file(String name, byte[] content) throws IOException {
    zip.putNextEntry(entry(name));
    Measure measure = new Measure();
    put(content, measure);
    close(name, null, measure);
  }

  private void close(String name, @Nullable Long rows, Measure measure) throws IOException {
    zip.closeEntry();
    entries.add(new Manifest.Entry(name, rows, measure.bytes(), measure.sha256()));
  }

  /**
   * Packs a text.
   *
   * @param pieces answers the piece with the number, from 1; an empty one after the last
   */
  void text(String sha256, IntFunction<byte[]> pieces) throws IOException {
    zip.putNextEntry(entry(ArchiveFile.textEntry(sha256)));
    Measure measure = new Measure();
    int number = 1;
    for (byte[] piece = pieces.apply(1); piece.length > 0; piece = pieces.apply(++number)) {
      put(piece, measure);
    }
    zip.closeEntry();
    texts++;
    bytesOfTexts += measure.bytes();
  }

  /** Packs the manifest and ends. */
  void end(Manifest manifest) throws IOException {
    zip.putNextEntry(entry(Manifest.NAME));
    zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    zip.closeEntry();
    zip.finish();
  }

  List<Manifest.Entry> entries() {
    return List.copyOf(entries);
  }

  Manifest.Texts texts() {
    return new Manifest.Texts(texts, bytesOfTexts);
  }

  private void put(byte[] bytes, Measure measure) throws IOException {
    zip.write(bytes);
    measure.add(bytes, 0, bytes.length);
    packed += bytes.length;
    progress.accept(packed);
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    return entry;
  }
}
