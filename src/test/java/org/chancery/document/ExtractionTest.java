package org.chancery.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.chancery.document.Extract.Lines;
import org.chancery.web.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The words that are read out of files. */
class ExtractionTest {

  @TempDir Path folder = Path.of("");

  @Test
  void readsWhatWordWrote() throws Exception {
    assertThat(read(FileKind.DOCX, FileFixture.docx("Müqavilə", "المادة ١")).lines())
        .containsExactly("Müqavilə", "المادة ١");
  }

  @Test
  void readsPdf() throws Exception {
    assertThat(read(FileKind.PDF, pdf("Article 1")).lines()).containsExactly("Article 1");
  }

  @Test
  void readsOpenDocument() throws Exception {
    assertThat(read(FileKind.ODT, FileFixture.odt("Maddə 1")).lines()).containsExactly("Maddə 1");
  }

  @Test
  void readsPlainAndRichText() throws Exception {
    assertThat(read(FileKind.TXT, bytes("Maddə 1\n\n  Maddə   2 \n")).lines())
        .containsExactly("Maddə 1", "Maddə 2");
    assertThat(read(FileKind.RTF, bytes("{\\rtf1\\ansi Article 1\\par Article 2}")).lines())
        .containsExactly("Article 1", "Article 2");
  }

  @Test
  void stopsWhereNoTreatyIsThatLong() throws Exception {
    Lines lines = read(FileKind.TXT, bytes("A line of a very long text.\n".repeat(100_000)));
    assertThat(lines.isCut()).isTrue();
    assertThat(lines.lines()).hasSizeLessThan(100_000);
  }

  @Test
  void saysThatThereAreNoWords() throws Exception {
    assertThat(extract(FileKind.PDF, pdf(""))).isInstanceOf(Extract.Nothing.class);
  }

  @Test
  void aFullDiskLeavesRoomForTheNext() {
    DriverManagerDataSource nowhere = new DriverManagerDataSource();
    Contents contents =
        new Contents(JdbcClient.create(nowhere), new DataSourceTransactionManager(nowhere));
    Extraction extraction = new Extraction(contents, folder.resolve("missing").toString());
    for (int each = 0; each < 4; each++) {
      await()
          .untilAsserted(
              () ->
                  assertThat(extraction.of(version(FileKind.TXT, 1)))
                      .isEqualTo(unread("document.unread.broken")));
    }
  }

  private static Extract.Nothing unread(String why) {
    return new Extract.Nothing(Message.of(why, 1, "a"));
  }

  private Lines read(FileKind kind, byte[] content) throws Exception {
    return (Lines) extract(kind, content);
  }

  private Extract extract(FileKind kind, byte[] content) throws Exception {
    Path file = Files.write(folder.resolve(kind.name()), content);
    return Extraction.read(file, version(kind, content.length));
  }

  private static Document.Version version(FileKind kind, int size) {
    return new Document.Version(
        1, "0", size, kind.mediaType(), "a", null, "clerk", Instant.EPOCH, List.of());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] pdf(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(100, 700);
        content.showText(text);
        content.endText();
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }
}
