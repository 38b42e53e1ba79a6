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
    "straße,        strasse",
    "Œuvre ænigma,  oeuvre aenigma",
    "Łódź Øresund,  lodz oresund",
    "Соглашение,    соглашение",
    "Йод ёж,        иод еж",
    "Қазақстан Ғылым, казакстан гылым",
    "Әңгіме өнер ұлт үй һәм, ангиме онер улт уи хам",
    "Ўзбекистон ҳуқуқ, узбекистон хукук",
    "ﷴ,             محمد",
    "اتِّفَاقِيَّة, اتفاقيه",
    "أذربيجان إلى آسيا, اذربيجان الي اسيا",
    "مسؤول شيء,     مسوول شي",
    "مـــذكـرة,      مذكره",
    "قرارداد همکاری, قرارداد همكاري",
    "٢٠٢٦ ۲۰۲۶,     2026 2026",
    "ＡＢＣ,        abc",
  })
  void forgetsCaseAndDiacritics(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
    assertThat(Folding.fold(folded)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"o'zbek", "o‘zbek", "o’zbek", "oʻzbek", "oʼzbek", "o`zbek", "o´zbek", "o′zbek"})
  void readsUzbekWithAnyApostrophe(String text) {
    assertThat(Folding.fold(text)).isEqualTo("ozbek");
  }
}
