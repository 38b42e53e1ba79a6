package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import org.chancery.web.InvalidValue;
import org.junit.jupiter.api.Test;

class TitleTest {

  private static final Locale AZ = Locale.forLanguageTag("az");

  @Test
  void isReadInTheReadersLanguage() {
    Title title = new Title(Map.of("az", "Saziş", "en", "Agreement", "ar", "اتفاقية"));
    assertThat(title.in(AZ)).isEqualTo("Saziş");
    assertThat(title.in(Locale.forLanguageTag("ar-AE"))).isEqualTo("اتفاقية");
  }

  @Test
  void fallsBackToEnglishThenAzerbaijaniThenRussianThenAny() {
    assertThat(new Title(Map.of("az", "Saziş", "en", "Agreement")).in(Locale.FRENCH))
        .isEqualTo("Agreement");
    assertThat(new Title(Map.of("ru", "Соглашение", "az", "Saziş")).in(Locale.FRENCH))
        .isEqualTo("Saziş");
    assertThat(new Title(Map.of("ru", "Соглашение", "kk", "Келісім")).in(Locale.FRENCH))
        .isEqualTo("Соглашение");
    assertThat(new Title(Map.of("uz", "Bitim", "kk", "Келісім")).in(Locale.FRENCH))
        .isEqualTo("Келісім");
  }

  @Test
  void refusesWhatIsNoTitle() {
    refuses(Map.of(), "title.empty");
    refuses(Map.of("english", "Agreement"), "title.language");
    refuses(Map.of("xx", "Agreement"), "title.language");
    refuses(Map.of("EN", "Agreement"), "title.language");
    refuses(Map.of("en", " "), "title.blank");
    refuses(Map.of("en", "x".repeat(1001)), "title.long");
    assertThat(Title.english("x".repeat(1000)).byLanguage()).hasSize(1);
  }

  @Test
  void isAnObjectInJsonOrderedByLanguage() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    String text = "{\"az\":\"Saziş\",\"en\":\"Agreement\"}";
    Title title = json.readValue("{\"en\":\"Agreement\",\"az\":\"Saziş\"}", Title.class);
    assertThat(json.writeValueAsString(title)).isEqualTo(text);
  }

  private static void refuses(Map<String, String> texts, String code) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Title(texts))
        .satisfies(invalid -> assertThat(invalid.reason().code()).isEqualTo(code));
  }
}
