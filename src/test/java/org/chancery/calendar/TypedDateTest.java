package org.chancery.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How dates are typed, and what they mean. */
class TypedDateTest {

  @ParameterizedTest
  @CsvSource({
    "31.12.2026, 2026-12-31",
    "1.2.2026, 2026-02-01",
    "31.12.2026., 2026-12-31",
    "31/12/2026, 2026-12-31",
    "31-12-2026, 2026-12-31",
    "' 31. 12. 2026 ', 2026-12-31",
    "31.12.2026~, 2026-12-31~",
    "12.2026, 2026-12",
    "12/2026?, 2026-12?",
    "2026.12.31, 2026-12-31",
    "2026/1/5, 2026-01-05",
    "٣١/١٢/٢٠٢٦, 2026-12-31",
    "۳۱/۱۲/۲۰۲۶, 2026-12-31",
    "\u200f31/12/2026\u200f, 2026-12-31"
  })
  void isReadTheWayPeopleWriteIt(String typed, String edtf) {
    assertThat(TypedDate.edtf(typed)).isEqualTo(edtf);
    assertThat(TypedDate.read(typed)).hasValueSatisfying(d -> assertThat(d.edtf()).isEqualTo(edtf));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-12-31", "2026-12", "2026", "2024-11~", "../2026-12-31", "2022/2026"})
  void isEdtfWhereItIsTypedSo(String edtf) {
    assertThat(TypedDate.edtf(edtf)).isEqualTo(edtf);
    assertThat(TypedDate.read(edtf)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "31.12.26", "31.12", "31.02.2026", "12.31.2026", "31.12/2026"})
  void isNoDateWhereItCannotBeRead(String typed) {
    assertThat(TypedDate.read(typed)).isEmpty();
  }

  @Test
  void isLeftAsTypedWhereItIsNoDateSoThatTheRefusalNamesIt() {
    assertThat(TypedDate.edtf("soon")).isEqualTo("soon");
  }
}
