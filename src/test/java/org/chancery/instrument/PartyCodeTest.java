package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.chancery.web.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartyCodeTest {

  @ParameterizedTest
  @CsvSource({"AZ,AZ", "AZE,AZ", "KAZ,KZ", "TUR,TR", "UZB,UZ"})
  void isAStateByAlpha2OrAlpha3(String stated, String kept) {
    PartyCode code = new PartyCode(stated);
    assertThat(code).hasToString(kept);
    assertThat(code.isState()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"OTS", "UN", "EU", "G20", "TURKSOY"})
  void keepsTheCodeOfAnOrganisation(String stated) {
    PartyCode code = new PartyCode(stated);
    assertThat(code).hasToString(stated);
    assertThat(code.isState()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "az", "aze", "Az", "A Z", "1A", "AZ ", "ABCDEFGHIJKLM", "ƏZ"})
  void refusesAnotherForm(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new PartyCode(text))
        .satisfies(invalid -> assertThat(invalid.reason().code()).isEqualTo("party.malformed"));
  }

  @ParameterizedTest
  @CsvSource({
    "kz,KZ",
    " KAZ ,KZ",
    "Kazakhstan,KZ",
    "қазақстан,KZ",
    "Казахстан,KZ",
    "Qazaxıstan,KZ",
    "كازاخستان,KZ",
    "ots,OTS"
  })
  void isFoundAsAPersonTypesIt(String typed, String code) {
    assertThat(PartyCode.typed(typed)).hasToString(code);
  }

  @Test
  void isOneCodeHoweverStated() {
    assertThat(new PartyCode("AZE")).isEqualTo(new PartyCode("AZ"));
    assertThat(new PartyCode("AZ")).isLessThan(new PartyCode("KZ"));
  }
}
