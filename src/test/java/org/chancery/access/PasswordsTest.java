package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Set;
import org.chancery.web.InvalidValue;
import org.junit.jupiter.api.Test;

/** S12: passwords are kept as bcrypt with 2¹⁰ rounds, and remembered for a minute at the most. */
class PasswordsTest {

  private final Passwords passwords = new Passwords();

  @Test
  void aPasswordMatchesItsHashAndNoOther() {
    String hash = passwords.hash("a long password");
    assertThat(hash).startsWith("{bcrypt}$2a$10$");
    assertThat(passwords.matches("a long password", hash)).isTrue();
    assertThat(passwords.matches("another password", hash)).isFalse();
  }

  @Test
  void nothingMatchesWhereNothingIsStored() {
    assertThat(passwords.matches("", null)).isFalse();
    assertThat(passwords.matches("-", null)).isFalse();
  }

  @Test
  void nobodysHashIsARealOneSoThatItTakesAsLong() {
    assertThat(Passwords.NOBODY).matches("\\{bcrypt}\\$2a\\$10\\$[./0-9A-Za-z]{53}");
  }

  @Test
  void whatBcryptWouldNotReadDoesNotMatch() {
    String hash = passwords.hash("x".repeat(72));
    assertThat(passwords.matches("x".repeat(72), hash)).isTrue();
    assertThat(passwords.matches("x".repeat(73), hash)).isFalse();
  }

  @Test
  void aGeneratedPasswordIsLongAndNew() {
    assertThat(passwords.generate()).hasSize(20).isNotEqualTo(passwords.generate());
  }

  @Test
  void aVerifiedPasswordIsRememberedForAMinuteAndNotBeyondAChange() {
    TestClock clock = new TestClock();
    Remembered remembered = new Remembered(clock);
    StoredAccount account = stored("hash");
    assertThat(remembered.knows(account, "password")).isFalse();
    remembered.verified(account, "password");
    assertThat(remembered.knows(account, "password")).isTrue();
    assertThat(remembered.knows(account, "other")).isFalse();
    assertThat(remembered.knows(stored("new hash"), "password")).isFalse();
    clock.pass(Duration.ofSeconds(60));
    assertThat(remembered.knows(account, "password")).isFalse();
  }

  @Test
  void aSecretHas256BitsAndDoesNotShowItself() {
    Secret secret = Secret.random();
    assertThat(secret.text()).hasSize(43).isNotEqualTo(Secret.random().text());
    assertThat(secret.hash()).hasSize(64).isEqualTo(new Secret(secret.text()).hash());
    assertThat(secret.toString()).doesNotContain(secret.text());
  }

  @Test
  void aPasswordOfHardlyAnyLettersIsRefused() {
    passwords.check("correct horse battery");
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> passwords.check("abababababababab"));
  }

  private static StoredAccount stored(String hash) {
    return new StoredAccount(
        new Account("name", "Name", Set.of(Role.CLERK), Set.of(), false), hash, true, false, null);
  }
}
