package org.chancery.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.TextDetector;
import org.apache.tika.detect.zip.DefaultZipContainerDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.chancery.web.Digest;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Takes in a file that somebody sends: lays it aside, sums it up, and lets it pass when its content
 * is of a kind that this house keeps and is what its name and type say. Neither name nor type is
 * believed; both must agree with the content.
 */
@Component
class Reception {

  private static final Set<String> SAYS_NOTHING = Set.of("", "application/octet-stream");

  /**
   * Kinds of text that are known by a word at the beginning, which a text of ours may begin with as
   * well: an article, a path, those from whom it is. None of them is run or shown by a browser.
   */
  private static final Set<String> KNOWN_BY_A_WORD =
      Set.of(
          "message/news",
          "message/rfc822",
          "text/x-vcard",
          "text/calendar",
          "image/x-portable-bitmap",
          "image/x-portable-graymap",
          "image/x-portable-pixmap");

  private final Set<FileKind> kept;
  private final long largest;
  private final Detector signatures = MimeTypes.getDefaultMimeTypes();
  private final Detector packages = new DefaultZipContainerDetector();
  private final Detector letters = new TextDetector();

  Reception(
      @Value("${chancery.documents.kinds}") Set<FileKind> kept,
      @Value("${chancery.documents.max-size}") DataSize largest) {
    this.kept = new TreeSet<>(kept);
    this.largest = largest.toBytes();
  }

  /**
   * The file, laid aside; whoever asked closes it.
   *
   * @throws Refusal when it is empty, too large, of another kind than this house keeps, or not what
   *     its name or type says
   */
  Received receive(Upload upload) {
    FileName name = FileName.of(upload.fileName());
    Path file = temporary();
    boolean passed = false;
    try {
      String sha256 = layAside(upload, file);
      long size = Files.size(file);
      if (size == 0) {
        throw Refusal.doesNotFit("/file", "document.empty");
      }
      FileKind kind = kind(file, name);
      requireAgreement(kind, name, upload.declaredType());
      passed = true;
      return new Received(file, sha256, size, kind, name.value());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      if (!passed) {
        delete(file);
      }
    }
  }

  /** Copies the content, no more of it than may be, and answers its SHA-256. */
  private String layAside(Upload upload, Path file) throws IOException {
    MessageDigest digest = Digest.digest();
    try (InputStream content = new DigestInputStream(upload.content().getInputStream(), digest);
        OutputStream aside = Files.newOutputStream(file)) {
      byte[] buffer = new byte[8192];
      long size = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size > largest) {
          throw Refusal.of(Kind.TOO_LARGE, "upload.large", DataSize.ofBytes(largest).toMegabytes());
        }
        aside.write(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private FileKind kind(Path file, FileName name) throws IOException {
    MediaType type = detected(file);
    return FileKind.of(type.toString())
        .filter(kept::contains)
        .orElseThrow(
            () -> Refusal.doesNotFit("/file", "document.kind", name.value(), type, kinds()));
  }

  /** What the content is, by its signature; of what is packed, by what lies in it. */
  private MediaType detected(Path file) throws IOException {
    if (Archive.isPacked(file)) {
      Archive.check(file);
      return detected(packages, file);
    }
    MediaType type = detected(signatures, file);
    return KNOWN_BY_A_WORD.contains(type.toString()) ? detected(letters, file) : type;
  }

  private static MediaType detected(Detector detector, Path file) throws IOException {
    try (TikaInputStream content = TikaInputStream.get(file)) {
      return detector.detect(content, new Metadata()).getBaseType();
    }
  }

  private static void requireAgreement(FileKind kind, FileName name, @Nullable String declared) {
    if (!kind.isNamed(name.value())) {
      throw Refusal.doesNotFit("/file", "document.misnamed", name.value(), kind.name());
    }
    String type =
        declared == null ? "" : declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!SAYS_NOTHING.contains(type) && !kind.isDeclared(type)) {
      throw Refusal.doesNotFit("/file", "document.misdeclared", type, kind.name());
    }
  }

  private String kinds() {
    return kept.stream()
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("chancery-", ".upload");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }
}
