package org.chancery.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.ReaderException;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.Test;

/** What the codes on paper say, and that they can be read. */
class QrCodeTest {

  private static final Reference REFERENCE = Reference.of(2026, 123);
  private static final String REACHED = "http://10.0.0.7:8080";

  @Test
  void isReadWhateverItSays() throws ReaderException {
    for (int port = 1024; port < 65_536; port += 499) {
      String address = "http://localhost:" + port + "/q/2026-000123-6?original=1";
      assertThat(Scanner.read(QrCode.of(address))).isEqualTo(address);
    }
  }

  @Test
  void isReadBackAsWhatItSays() throws Exception {
    for (String text :
        new String[] {
          REFERENCE.value(),
          "https://chancery.example.org/q/2026-000123-6?original=2",
          "https://müqavilə.example/q/2026-000123-6"
        }) {
      assertThat(Scanner.read(QrCode.of(text))).isEqualTo(text);
    }
  }

  @Test
  void isReadAlthoughAStampLiesOverACorner() throws Exception {
    QrCode code = QrCode.of("https://chancery.example.org/q/2026-000123-6");
    assertThat(Scanner.readStamped(code)).isEqualTo(code.text());
  }

  @Test
  void hasItsQuietZone() {
    assertThat(QrCode.of(REFERENCE.value()).path()).startsWith("M4 4h7v1H4z");
  }

  @Test
  void refusesWhatNoCodeHolds() {
    assertThatThrownBy(() -> QrCode.of("x".repeat(5000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void leadsToTheScanPageWhereTheHouseHasAnAddress() {
    ScanAddress told = new ScanAddress("https://chancery.example.org/");
    assertThat(told.of(REFERENCE, null, REACHED))
        .isEqualTo("https://chancery.example.org/q/2026-000123-6");
    assertThat(told.of(REFERENCE, 2, REACHED)).endsWith("/q/2026-000123-6?original=2");
  }

  @Test
  void leadsToWhereTheHouseWasReachedWhereItHasNone() {
    assertThat(new ScanAddress("").of(REFERENCE, 2, REACHED))
        .isEqualTo("http://10.0.0.7:8080/q/2026-000123-6?original=2");
  }

  @Test
  void refusesAnAddressThatLeadsNowhere() {
    for (String wrong :
        new String[] {"chancery.example.org", "ftp://a.b", "https://a.b/?q=", "a b"}) {
      assertThatThrownBy(() -> new ScanAddress(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("chancery.address");
    }
  }
}
