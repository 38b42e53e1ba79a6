package org.chancery.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.tika.exception.TikaException;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

/**
 * S8: entities in the XML of a text lead nowhere and do not multiply, archives neither swell nor
 * reach beyond themselves.
 */
class HostileFilesTest {

  private static final String SECRET = "a secret of this machine";

  @TempDir Path folder = Path.of("");

  private final AtomicInteger calls = new AtomicInteger();

  @SuppressWarnings("NullAway.Init") // started before each test
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @EnumSource(
      value = FileKind.class,
      names = {"DOCX", "ODT"})
  void anEntityReadsNoFileAndCallsNobody(FileKind kind) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), SECRET);
    String web = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    for (String declared :
        List.of(
            "<!ENTITY x SYSTEM \"" + secret.toUri() + "\">",
            "<!ENTITY x SYSTEM \"" + web + "x\">",
            "<!ENTITY % x SYSTEM \"" + web + "x.dtd\"> %x; <!ENTITY x \"x\">")) {
      assertThat(words(kind, declared, "&x;")).doesNotContain(SECRET);
    }
    assertThat(calls).hasValue(0);
  }

  /** What the other tests spoil is read without it: there is something to refuse. */
  @ParameterizedTest
  @EnumSource(
      value = FileKind.class,
      names = {"DOCX", "ODT"})
  void theSameWithoutDeclarationsIsRead(FileKind kind) throws IOException {
    Path file =
        Files.write(folder.resolve("harmless"), copied(plain(kind, "Article 1"), (n, t) -> t));
    assertThat(words(file, kind)).contains("Article 1");
  }

  @ParameterizedTest
  @EnumSource(
      value = FileKind.class,
      names = {"DOCX", "ODT"})
  void entitiesDoNotMultiply(FileKind kind) {
    StringBuilder laughs = new StringBuilder("<!ENTITY l0 \"laughter \">");
    for (int depth = 1; depth < 10; depth++) {
      String before = "&l" + (depth - 1) + ";";
      laughs.append("<!ENTITY l" + depth + " \"" + before.repeat(10) + "\">");
    }
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(words(kind, laughs.toString(), "&l9;")).hasSizeLessThan(100_000));
  }

  @Test
  void anArchiveOfTooManyPartsIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("many.docx"), manyParts(6_000));
    assertThatThrownBy(() -> Archive.check(file)).isInstanceOf(Refusal.class);
  }

  @Test
  void anArchiveThatSwellsIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("bomb.docx"), FileFixture.bomb());
    assertThatThrownBy(() -> Archive.check(file))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("swells");
  }

  @ParameterizedTest
  @EnumSource(
      value = FileKind.class,
      names = {"DOCX", "ODT"})
  void namesThatClimbReachNothing(FileKind kind) throws Exception {
    Path below = Files.createDirectories(folder.resolve("a/b"));
    byte[] climbing = with(plain(kind, "Article 1"), "../../escaped", "x");
    Path file = Files.write(below.resolve("c"), with(climbing, "/../escaped", "x"));
    Archive.check(file);
    assertThat(words(file, kind)).doesNotContain("escaped");
    assertThat(folder.resolve("escaped")).doesNotExist();
    assertThat(folder.resolve("a/escaped")).doesNotExist();
  }

  private String words(FileKind kind, String declared, String text) throws IOException {
    byte[] evil = declaring(plain(kind, text), declared);
    assertThat(texts(evil)).contains("<!DOCTYPE x [" + declared + "]>").contains(text);
    return words(Files.write(folder.resolve("evil"), evil), kind);
  }

  /** What is read out of it; nothing where it is refused. */
  private static String words(Path file, FileKind kind) {
    try {
      return Extraction.read(file, version(kind)).toString();
    } catch (TikaException | SAXException | IOException refused) {
      return "";
    }
  }

  private static byte[] plain(FileKind kind, String text) {
    return kind == FileKind.DOCX ? FileFixture.docx(text) : FileFixture.odt(text);
  }

  /** The archive with the declarations in the XML of its text. */
  private static byte[] declaring(byte[] archive, String declared) throws IOException {
    return copied(
        archive,
        (name, text) ->
            name.equals("word/document.xml") || name.equals("content.xml")
                ? text.replaceFirst(
                    "<(w|office):document",
                    java.util.regex.Matcher.quoteReplacement("<!DOCTYPE x [" + declared + "]>")
                        + "<$1:document")
                : text);
  }

  /** All that the parts of the archive hold. */
  private static String texts(byte[] archive) throws IOException {
    StringBuilder texts = new StringBuilder();
    copied(
        archive,
        (name, text) -> {
          texts.append(text);
          return text;
        });
    return texts.toString();
  }

  private static byte[] with(byte[] archive, String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream to = new ZipOutputStream(bytes)) {
      copy(archive, to, (same, content) -> content);
      to.putNextEntry(new ZipEntry(name));
      to.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] copied(byte[] archive, java.util.function.BinaryOperator<String> change)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream to = new ZipOutputStream(bytes)) {
      copy(archive, to, change);
    }
    return bytes.toByteArray();
  }

  private static void copy(
      byte[] archive, ZipOutputStream to, java.util.function.BinaryOperator<String> change)
      throws IOException {
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
        String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
        to.putNextEntry(new ZipEntry(part.getName()));
        to.write(change.apply(part.getName(), text).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static byte[] manyParts(int count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int part = 0; part < count; part++) {
        zip.putNextEntry(new ZipEntry("part" + part));
      }
    }
    return bytes.toByteArray();
  }

  private static Document.Version version(FileKind kind) {
    return new Document.Version(
        1, "0", 1, kind.mediaType(), "a", null, "clerk", Instant.EPOCH, List.of());
  }
}
