package org.chancery.access;

import java.text.Normalizer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The name an account gets whose person is called as she is elsewhere: letters and digits. */
final class AccountName {

  private static final int LONGEST = 34;

  private AccountName() {}

  /**
   * The closest name that is still free: {@code Əli.Qasımov@mfa.example} becomes {@code liQasmov},
   * and {@code liQasmov2} where that is taken.
   */
  static String free(String called, Predicate<String> isTaken) {
    String plain = plain(called);
    return Stream.concat(
            Stream.of(plain), IntStream.iterate(2, number -> number + 1).mapToObj(n -> plain + n))
        .filter(name -> !name.equalsIgnoreCase(Account.HOUSE.name()))
        .filter(isTaken.negate())
        .findFirst()
        .orElseThrow();
  }

  private static String plain(String called) {
    String local = called.contains("@") ? called.substring(0, called.indexOf('@')) : called;
    String letters =
        Normalizer.normalize(local, Normalizer.Form.NFD).replaceAll("[^A-Za-z0-9]", "");
    String name = letters.matches("[A-Za-z].+") ? letters : "person" + letters;
    return name.substring(0, Math.min(name.length(), LONGEST));
  }
}
