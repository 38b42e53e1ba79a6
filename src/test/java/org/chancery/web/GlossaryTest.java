package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.chancery.web.Glossary.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class GlossaryTest {

  private static final Glossary GLOSSARY =
      new Glossary(
          new ClassPathResource("rules/web/glossary.csv"),
          new ClassPathResource("rules/web/glossary-sources.csv"));
  private static final String HEAD = "term,word,en,az,kk,ru,tr,uz,ar\n";

  static java.util.List<Locale> languages() {
    return Locales.SPOKEN;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void thePagesSayEachTermAsTheGlossaryDoes(Locale language) {
    Catalogues words = new Catalogues("messages/word");
    assertThat(GLOSSARY.terms())
        .filteredOn(term -> term.word() != null)
        .hasSizeGreaterThan(30)
        .allSatisfy(
            term ->
                assertThat(words.getMessage("word." + term.word(), null, language))
                    .as(term.id())
                    .isEqualTo(term.text(language)));
  }

  @Test
  void noTermStandsThereTwice() {
    assertThat(GLOSSARY.terms()).extracting(Term::id).doesNotHaveDuplicates();
  }

  @Test
  void whatHasNoSourceIsUnreviewed() {
    Glossary glossary =
        glossary("party,,Party,Tərəf,Тарап,Сторона,Taraf,Tomon,الطرف\n", "party,en,VCLT\n");
    assertThat(glossary.unreviewed(Locale.ENGLISH)).isZero();
    assertThat(glossary.unreviewed(Locale.forLanguageTag("ar-u-nu-latn"))).isEqualTo(1);
    assertThat(glossary.terms().get(0).source(Locale.ENGLISH)).contains("VCLT");
  }

  @Test
  void aSourceOfNoTermIsRefused() {
    assertThatThrownBy(() -> glossary("party,,a,b,c,d,e,f,g\n", "partie,en,VCLT\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("partie");
  }

  @Test
  void aTermThatLacksALanguageIsRefused() {
    assertThatThrownBy(() -> glossary("party,,a,b,c,d,e,,g\n", ""))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("party lacks uz");
  }

  private static Glossary glossary(String terms, String sources) {
    return new Glossary(resource(HEAD + terms), resource("term,language,source\n" + sources));
  }

  private static ByteArrayResource resource(String text) {
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
  }
}
