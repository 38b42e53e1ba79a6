package org.chancery.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import org.chancery.web.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** How passwords are made, judged and stored: bcrypt with 2¹⁰ rounds. */
@Component
class Passwords {

  private static final int ROUNDS = 10;
  private static final int SHORTEST = 12;
  private static final int FEWEST_DIFFERENT = 5;
  // bcrypt reads no further.
  private static final int LONGEST_BYTES = 72;
  private static final String CLEAR_LETTERS = "abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";
  // Compared with where there is no account, so that the answer takes as long as for one.
  static final String NOBODY =
      "{bcrypt}$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5BWX4Z1rGv4PuV8s3vM7kP2cVQ3Vu";

  private final SecureRandom random = new SecureRandom();
  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(ROUNDS)));

  String hash(String password) {
    return encoder.encode(password);
  }

  /** Whether the password is the one stored; takes equally long where nothing is stored. */
  boolean matches(String password, @Nullable String stored) {
    boolean readable = lengthInBytes(password) <= LONGEST_BYTES;
    boolean same = encoder.matches(readable ? password : "-", stored == null ? NOBODY : stored);
    return same && readable && stored != null;
  }

  /** A new password: twenty letters and digits that are not mistaken for one another. */
  String generate() {
    return random
        .ints(20, 0, CLEAR_LETTERS.length())
        .collect(
            StringBuilder::new,
            (text, index) -> text.append(CLEAR_LETTERS.charAt(index)),
            StringBuilder::append)
        .toString();
  }

  /**
   * @throws InvalidValue when a person may not choose this password
   */
  void check(String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw new InvalidValue("password.short", SHORTEST);
    }
    if (lengthInBytes(password) > LONGEST_BYTES) {
      throw new InvalidValue("password.long", LONGEST_BYTES);
    }
    if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
      throw new InvalidValue("password.poor", FEWEST_DIFFERENT);
    }
  }

  private static int lengthInBytes(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length;
  }
}
