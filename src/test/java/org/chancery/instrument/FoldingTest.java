package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "Əməkdaşlıq,    emekdasliq",
    "İŞBİRLİĞİ,     isbirligi",
    "IŞIQ,          isiq",
    "ışıq,          isiq",
    "Çay göl üzüm,  cay gol uzum",
    "Соглашение,    соглашение",
    "Йод,           иод",
    "ҚАЗАҚ,         қазақ",
    "ﷴ,             محمد",
    "اتِّفَاقِيَّة, اتفاقية",
    "أذربيجان,      اذربيجان",
    "ＡＢＣ,        abc",
  })
  void forgetsCaseAndDiacritics(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(Folding.fold(folded)).isEqualTo(folded);
  }
}
