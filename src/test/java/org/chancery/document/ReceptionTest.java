package org.chancery.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumSet;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;

/** What is let in, and what is not. */
class ReceptionTest {

  private static final Reception RECEPTION =
      new Reception(EnumSet.allOf(FileKind.class), DataSize.ofKilobytes(64));

  @Test
  void sumsUpWhatIsSent() {
    try (Received received = received("a.txt", "text/plain; charset=utf-8", bytes("abc"))) {
      assertThat(received.sha256())
          .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
      assertThat(received.size()).isEqualTo(3);
      assertThat(received.kind()).isEqualTo(FileKind.TXT);
      assertThat(received.file()).exists();
    }
  }

  @Test
  void leavesNothingBehind() throws Exception {
    Received received = received("a.txt", null, bytes("abc"));
    received.close();
    assertThat(Files.exists(received.file())).isFalse();
  }

  @Test
  void knowsEachKindByItsContent() {
    assertThat(kind("a.docx", FileFixture.docx("a"))).isEqualTo(FileKind.DOCX);
    assertThat(kind("a.odt", FileFixture.odt("a"))).isEqualTo(FileKind.ODT);
    assertThat(kind("a.pdf", bytes("%PDF-1.7\n%âãÏÓ\n"))).isEqualTo(FileKind.PDF);
    assertThat(kind("a.rtf", bytes("{\\rtf1\\ansi a}"))).isEqualTo(FileKind.RTF);
    assertThat(kind("a.PNG", hex(0x89, 'P', 'N', 'G', 13, 10, 26, 10))).isEqualTo(FileKind.PNG);
    assertThat(kind("a.jpg", hex(0xff, 0xd8, 0xff, 0xe0))).isEqualTo(FileKind.JPEG);
    assertThat(kind("a.tif", hex('I', 'I', 42, 0))).isEqualTo(FileKind.TIFF);
    assertThat(kind("a.txt", "Müqavilə".getBytes(StandardCharsets.UTF_16))).isEqualTo(FileKind.TXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Article 1. Buoys are lit.\n",
        "Article one\n",
        "Path: by the river\n",
        "From: the Parties\nTo: the Depositary\n",
        "BEGIN:VCARD\n",
        "BEGIN:VCALENDAR\n",
        "P1\nThe first protocol\n",
        "Maddə 1. Mayaklar yandırılır.\n"
      })
  void takesATextForWhatItIsWhateverWordItBeginsWith(String text) {
    assertThat(kind("a.txt", text.getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.TXT);
  }

  @Test
  void keepsOnlyTheKindsThatTheHouseKeeps() {
    Reception strict = new Reception(EnumSet.of(FileKind.PDF), DataSize.ofKilobytes(64));
    assertThatThrownBy(() -> strict.receive(upload("a.txt", null, bytes("abc"))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("document.kind");
  }

  @Test
  void refusesWhatIsTooLarge() {
    assertThatThrownBy(() -> received("a.txt", null, new byte[65 << 10]))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("upload.large");
  }

  @ParameterizedTest
  @CsvSource({
    "a.txt, a.txt",
    "C:\\texts\\a.txt, a.txt",
    "../../etc/passwd, passwd",
    "a\u202egpj.exe, agpj.exe",
    "müqavilə 1.docx, müqavilə 1.docx",
    "a?b.txt, a_b.txt",
    "'a.txt\r\nSet-Cookie: b', a.txtSet-Cookie_ b"
  })
  void leavesThePathOfANameOut(String sent, String kept) {
    assertThat(FileName.of(sent).value()).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"..", "a/", "' '"})
  void refusesANameOfWhichNothingIsLeft(String sent) {
    assertThatThrownBy(() -> FileName.of(sent)).isInstanceOf(Refusal.class);
  }

  private static FileKind kind(String name, byte[] content) {
    try (Received received = received(name, null, content)) {
      return received.kind();
    }
  }

  private static Received received(String name, @Nullable String type, byte[] content) {
    return RECEPTION.receive(upload(name, type, content));
  }

  private static Upload upload(String name, @Nullable String type, byte[] content) {
    return new Upload(name, type, new ByteArrayResource(content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hex(int... bytes) {
    byte[] content = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return content;
  }
}
