package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.chancery.web.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

  private static final String ALPHABET = "0123456789X";

  @Test
  void isYearNumberAndCheckCharacter() {
    assertThat(Reference.of(2026, 123)).hasToString("2026-000123-6");
    assertThat(new Reference("2026-000123-6")).isEqualTo(Reference.of(2026, 123));
  }

  @Test
  void hasNoRoomForMore() {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Reference.of(2026, 1_000_000));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Reference.of(2026, -1));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Reference.of(10_000, 1));
  }

  /** ISO 7064: the weighted sum, the check character included, is 1 modulo 11. */
  @Test
  void hasTheCheckCharacterOfIso7064() {
    IntStream.of(1, 2, 10, 123, 4711, 99_999, 500_000, 999_999)
        .mapToObj(number -> Reference.of(2026, number))
        .forEach(reference -> assertThat(weightedSum(reference)).isEqualTo(1));
    assertThat(IntStream.rangeClosed(1, 200).mapToObj(n -> Reference.of(2026, n)))
        .allMatch(reference -> weightedSum(reference) == 1)
        .anyMatch(reference -> reference.value().endsWith("-X"));
  }

  @ParameterizedTest
  @ValueSource(ints = {123, 124, 131, 7, 999_999})
  void noticesEveryMistypedCharacter(int number) {
    String value = Reference.of(2026, number).value();
    for (int at = 0; at < value.length(); at++) {
      for (int typed = 0; typed < ALPHABET.length(); typed++) {
        char other = ALPHABET.charAt(typed);
        String mistyped = value.substring(0, at) + other + value.substring(at + 1);
        if (!mistyped.equals(value)) {
          refuses(mistyped);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {123, 124, 131, 7, 987_654})
  void noticesEverySwapOfNeighbours(int number) {
    String value = Reference.of(2026, number).value();
    for (int at = 0; at < value.length() - 1; at++) {
      if (value.charAt(at) != value.charAt(at + 1)) {
        char[] swapped = value.toCharArray();
        swapped[at] = value.charAt(at + 1);
        swapped[at + 1] = value.charAt(at);
        refuses(new String(swapped));
      }
    }
  }

  @Test
  void noticesASwapOfNeighbouringDigitsAcrossTheHyphen() {
    String value = Reference.of(2026, 123_456).value();
    refuses("2021-623456-" + value.charAt(12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-123-6",
        "2026-000123",
        "2026-000123-x",
        "20260001236",
        " 2026-000123-6",
        "2026-000123-6 ",
        "٢٠٢٦-000123-6",
        "2026/000123/6"
      })
  void refusesAnotherForm(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Reference(text))
        .satisfies(invalid -> assertThat(invalid.reason().code()).isEqualTo("reference.malformed"));
  }

  @Test
  void saysThatItIsMistyped() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Reference("2026-000123-7"))
        .satisfies(invalid -> assertThat(invalid.reason().code()).isEqualTo("reference.mistyped"));
  }

  @Test
  void isOrderedByYearThenNumber() {
    assertThat(Reference.of(2025, 9)).isLessThan(Reference.of(2026, 1));
    assertThat(Reference.of(2026, 9)).isLessThan(Reference.of(2026, 10));
  }

  private static void refuses(String text) {
    assertThatExceptionOfType(InvalidValue.class).as(text).isThrownBy(() -> new Reference(text));
  }

  /** Computed the long way: the sum of digit times 2 to the power of its place from the right. */
  private static int weightedSum(Reference reference) {
    String characters = reference.value().replace("-", "");
    BigInteger sum = BigInteger.ZERO;
    for (int at = 0; at < characters.length(); at++) {
      int value = ALPHABET.indexOf(characters.charAt(at));
      int power = characters.length() - 1 - at;
      sum = sum.add(BigInteger.valueOf(value).shiftLeft(power));
    }
    return sum.mod(BigInteger.valueOf(11)).intValue();
  }
}
