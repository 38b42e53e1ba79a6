package org.chancery.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.chancery.web.Digest;

/** An archive that somebody has taken apart, changed, and put together again. */
final class Repacked {

  final Map<String, byte[]> entries = new LinkedHashMap<>();

  private Repacked() {}

  static Repacked of(byte[] archive) {
    Repacked repacked = new Repacked();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        repacked.entries.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return repacked;
  }

  byte[] bytes() {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(target)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry made = new ZipEntry(entry.getKey());
        made.setTime(0); // the same bytes whenever it is packed
        zip.putNextEntry(made);
        zip.write(entry.getValue());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return target.toByteArray();
  }

  byte[] content(String name) {
    return Objects.requireNonNull(entries.get(name), name);
  }

  String text(String name) {
    return new String(content(name), StandardCharsets.UTF_8);
  }

  /** Changes an entry, and leaves the manifest as it was. */
  Repacked changed(String name, UnaryOperator<String> change) {
    entries.put(name, change.apply(text(name)).getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Changes an entry, and makes the manifest say so. */
  Repacked forged(String name, UnaryOperator<String> change) {
    changed(name, change);
    byte[] content = content(name);
    return manifest(
        manifest ->
            manifest
                .path("entries")
                .forEach(
                    entry -> {
                      if (entry.path("name").asText().equals(name)) {
                        ((ObjectNode) entry)
                            .put("rows", text(name).lines().count())
                            .put("bytes", content.length)
                            .put("sha256", Digest.sha256("", content));
                      }
                    }));
  }

  Repacked manifest(Consumer<ObjectNode> change) {
    try {
      ObjectNode manifest = (ObjectNode) Vaults.JSON.readTree(content(Manifest.NAME));
      change.accept(manifest);
      entries.put(Manifest.NAME, Vaults.JSON.writeValueAsBytes(manifest));
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Repacked without(String name) {
    entries.remove(name);
    return this;
  }

  Repacked with(String name, String content) {
    entries.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }
}
