package org.chancery.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files for a test, good and bad, each made when it is asked for. */
public final class FileFixture {

  /** The media type of Word's own files. */
  public static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml";
  private static final String MAIN = WORD + ".document.main+xml";

  private FileFixture() {}

  /** A text of Word, each argument a paragraph. */
  public static byte[] docx(String... paragraphs) {
    return zip(word(paragraphs));
  }

  /** A text of OpenDocument. */
  public static byte[] odt(String paragraph) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put(
        "content.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
        <office:body><office:text><text:p>%s</text:p></office:text></office:body>
        </office:document-content>"""
            .formatted(paragraph));
    return zip(parts);
  }

  /** A text of Word with macros that says it has none. */
  public static byte[] withMacros() {
    Map<String, String> parts = word("Macros");
    parts.put("word/vbaProject.bin", "Sub AutoOpen()");
    return zip(parts);
  }

  /** A small text of Word that is 300 MB when it is unpacked. */
  public static byte[] bomb() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      word("Bomb").forEach((name, text) -> put(zip, name, text));
      zip.putNextEntry(new ZipEntry("word/more.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** The beginning of a program for Windows. */
  public static byte[] program() {
    byte[] bytes = new byte[512];
    byte[] start = "MZ".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, bytes, 0, start.length);
    bytes[0x3c] = 0x40;
    bytes[0x40] = 'P';
    bytes[0x41] = 'E';
    return bytes;
  }

  private static Map<String, String> word(String... paragraphs) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/word/document.xml" ContentType="%s"/></Types>"""
            .formatted(MAIN));
    parts.put(
        "_rels/.rels",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Target="word/document.xml" Type=\
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
        </Relationships>""");
    StringBuilder body = new StringBuilder();
    for (String paragraph : paragraphs) {
      body.append("<w:p><w:r><w:t>").append(paragraph).append("</w:t></w:r></w:p>");
    }
    parts.put(
        "word/document.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
        <w:body>%s</w:body></w:document>"""
            .formatted(body));
    return parts;
  }

  private static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      parts.forEach((name, text) -> put(zip, name, text));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) {
    try {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
