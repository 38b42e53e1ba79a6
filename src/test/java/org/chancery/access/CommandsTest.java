package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.journal.HouseJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts and keys are kept from a console, too. */
class CommandsTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final String database =
      "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account",
        "account fly",
        "account add",
        "account add anna",
        "account add anna --role",
        "account add anna --role queen",
        "account add anna --role clerk --body MFA",
        "account add anna --role clerk --hat red",
        "account add house --role admin",
        "account add an-na --role clerk",
        "account list all",
        "account disable",
        "account email anna",
        "api-key add anna",
        "api-key add anna import",
        "api-key add anna import --scope all",
        "api-key add anna import --scope read --until tomorrow",
        "api-key revoke first",
      })
  void aMisuseIsExplainedAndEndsWithTwo(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage:");
    assertThat(out.size()).isZero();
  }

  @Test
  void accountsAndKeysAreMadeListedAndClosed() {
    assertThat(run("account", "add", "anna", "--role", "clerk,manager", "--body=mfa")).isZero();
    assertThat(said()).contains("The password of anna, shown only now:");
    assertThat(run("account", "email", "anna", "anna@example.org")).isZero();
    assertThat(run("account", "email", "anna", "nowhere")).isEqualTo(1);
    assertThat(said()).contains("anna reads anna@example.org");
    assertThat(run("account", "email", "anna", "none")).isZero();
    assertThat(run("account", "disable", "anna")).isZero();
    assertThat(run("account", "list")).isZero();
    assertThat(said()).contains("disabled  clerk,manager  mfa").doesNotContain("mfaClerk");
    assertThat(run("api-key", "add", "anna", "nightly import", "--scope", "read")).isZero();
    assertThat(run("api-key", "revoke", "1")).isZero();
    assertThat(run("api-key", "list")).isZero();
    assertThat(said()).contains("read ", "never used  revoked ").contains("nightly import");
    assertThat(run("api-key", "add", "anna", "x", "--scope", "write", "--role", "admin")).isOne();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("that the account \"anna\" has");
  }

  @Test
  void whatCannotBeDoneIsExplainedAndEndsWithOne() {
    assertThat(run("account", "password", "nobody")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no account \"nobody\".");
  }

  private int run(String... arguments) {
    return Commands.run(
        HouseJournal.class,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Stream.concat(Stream.of(arguments), Stream.of(database)).toArray(String[]::new));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
