package org.chancery.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.chancery.web.Digest;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;

/**
 * An archive that is being read. What it holds is not believed: it opens only when it has the
 * entries that it should and no other, each as long as its manifest says; and an entry is read only
 * as far as that, and must have its checksum.
 */
final class ArchiveFile {

  static final String README = "README.txt";

  private static final String TEXTS = "texts/";
  private static final Pattern TEXT = Pattern.compile(TEXTS + "[0-9a-f]{64}");
  private static final int LONGEST_MANIFEST = 1 << 20;

  /** How much longer what is packed can be than what it is packed into, by DEFLATE (RFC 1951). */
  private static final int MOST_PACKED = 1032;

  private final ZipFile zip;
  private final Manifest manifest;
  private final ObjectReader lines;
  private final LongConsumer progress;
  private long read;

  private ArchiveFile(ZipFile zip, Manifest manifest, ObjectMapper json, LongConsumer progress) {
    this.zip = zip;
    this.manifest = manifest;
    this.progress = progress;
    // It must stay open at its end, to be verified.
    this.lines = json.readerFor(ObjectNode.class).without(JsonParser.Feature.AUTO_CLOSE_SOURCE);
  }

  /** The name of the entry with the bytes of a text. */
  static String textEntry(String sha256) {
    return TEXTS + sha256;
  }

  /**
   * The archive that is in the file.
   *
   * @param packed how long the file is
   * @param progress is told now and then how many bytes have been read of it, unpacked
   * @throws Refusal when it is none, or not whole, or holds something else
   */
  static ArchiveFile in(ZipFile zip, long packed, ObjectMapper json, LongConsumer progress) {
    ArchiveFile archive = new ArchiveFile(zip, manifest(zip, json), json, progress);
    archive.check(packed);
    return archive;
  }

  static Refusal unreadable(Exception broken) {
    return refused("archive.unreadable", String.valueOf(broken.getMessage()));
  }

  static Refusal refused(String code, Object... arguments) {
    return Refusal.of(Kind.DOES_NOT_FIT, code, arguments);
  }

  private static Manifest manifest(ZipFile zip, ObjectMapper json) {
    ZipEntry entry = zip.getEntry(Manifest.NAME);
    if (entry == null) {
      throw refused("archive.missing", Manifest.NAME);
    }
    try (InputStream content = zip.getInputStream(entry)) {
      byte[] text = content.readNBytes(LONGEST_MANIFEST);
      int format = json.readTree(text).path("format").asInt();
      if (format != Manifest.FORMAT) {
        throw refused("archive.format", format, Manifest.FORMAT);
      }
      return json.readValue(text, Manifest.class);
    } catch (IOException malformed) {
      throw unreadable(malformed);
    }
  }

  /** Looks at the names and lengths, before anything is unpacked. */
  private void check(long packed) {
    Set<String> expected =
        Stream.concat(Stream.of(README), Inventory.TABLES.stream().map(Table::entry))
            .collect(Collectors.toSet());
    manifest.entries().forEach(entry -> require(expected.contains(entry.name()), entry.name()));
    zip.stream().map(ZipEntry::getName).forEach(name -> require(isKnown(name, expected), name));
    expected.removeIf(this::isOlderThan);
    expected.forEach(name -> requireLength(name, stated(name).bytes()));
    if (zip.size() != 1 + expected.size() + manifest.texts().count()) {
      throw refused("archive.texts", zip.size() - 1 - expected.size(), manifest.texts().count());
    }
    if (manifest.bytes() / MOST_PACKED > packed) {
      throw refused("archive.bomb", manifest.bytes(), packed);
    }
  }

  private static boolean isKnown(String name, Set<String> expected) {
    return name.equals(Manifest.NAME) || expected.contains(name) || TEXT.matcher(name).matches();
  }

  private static void require(boolean known, String name) {
    if (!known) {
      throw refused("archive.additional", name);
    }
  }

  /** Whether it was written when there was no such table yet. */
  private boolean isOlderThan(String name) {
    return Inventory.ADDED_LATER.contains(name) && manifest.entry(name).isEmpty();
  }

  private Manifest.Entry stated(String name) {
    return manifest.entry(name).orElseThrow(() -> refused("archive.missing", name));
  }

  /** The entry must be there, and say that it is as long as stated. */
  private ZipEntry requireLength(String name, long bytes) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw refused("archive.missing", name);
    }
    if (entry.getSize() != bytes) {
      throw refused("archive.length", name, bytes);
    }
    return entry;
  }

  Manifest manifest() {
    return manifest;
  }

  /**
   * Hands on each row that the archive has of the table, in its order.
   *
   * @throws Refusal when they are not what the manifest says
   */
  void each(Table table, Consumer<Map<String, Object>> taker) {
    try (Rows<Map<String, Object>> rows =
        rows(
            table,
            row -> {
              taker.accept(row);
              return row;
            })) {
      rows.forEachRemaining(taken -> {});
    } catch (IOException broken) {
      throw unreadable(broken);
    }
  }

  /** What is made of each row that the archive has of the table, in its order. */
  <T> Rows<T> rows(Table table, Function<Map<String, Object>, T> make) {
    try {
      return new Rows<>(table, manifest.rows(table), open(table.entry()), lines, make);
    } catch (IOException broken) {
      throw unreadable(broken);
    }
  }

  /** A text, whose reader must {@link Checked#verify()} it. */
  Checked text(String sha256, long size) throws IOException {
    return open(textEntry(sha256), size, sha256);
  }

  /** Reads through a text, or what is no table. */
  void verify(String name, long bytes, String sha256) {
    try (Checked content = open(name, bytes, sha256)) {
      content.verify();
    } catch (IOException broken) {
      throw unreadable(broken);
    }
  }

  private Checked open(String name) throws IOException {
    if (isOlderThan(name)) {
      return new Checked(InputStream.nullInputStream(), name, 0, Digest.sha256(""), this::count);
    }
    Manifest.Entry stated = stated(name);
    return open(name, stated.bytes(), stated.sha256());
  }

  private Checked open(String name, long bytes, String sha256) throws IOException {
    InputStream content = zip.getInputStream(requireLength(name, bytes));
    return new Checked(content, name, bytes, sha256, this::count);
  }

  private void count(int more) {
    read += more;
    progress.accept(read);
  }
}
