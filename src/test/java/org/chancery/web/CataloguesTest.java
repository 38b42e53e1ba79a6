package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The texts in the languages of the house, and in no other. */
class CataloguesTest {

  private final Catalogues texts = new Catalogues("messages/problem");

  @Test
  void whoeverInventsLanguagesFillsNoMemory() {
    for (int i = 0; i < 1000; i++) {
      Locale invented = Locale.forLanguageTag("en-x-a" + i);
      assertThat(texts.getMessage("problem.http.500", null, invented)).isNotBlank();
      texts.getMessage("problem.http.500", null, Locale.forLanguageTag("fr-x-a" + i));
    }
    assertThat(texts.languages()).isOne();
  }

  @Test
  void eachLanguageOfTheHouseHasItsOwn() {
    Locales.SPOKEN.forEach(each -> texts.getMessage("problem.http.500", null, each));
    assertThat(texts.languages()).isEqualTo(Locales.SPOKEN.size());
  }
}
