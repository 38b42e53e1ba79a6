package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtagTest {

  @Test
  void isTheQuotedVersion() {
    assertThat(Etag.of(7)).isEqualTo("\"7\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\"", "\"6\",\"7\""})
  void letsPassWhoHasSeenTheVersion(String ifMatch) {
    assertThatCode(() -> Etag.require(ifMatch, 7)).doesNotThrowAnyException();
  }

  /** A weak tag never matches: RFC 9110, 13.1.1. */
  @ParameterizedTest
  @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "", "\"77\"", "\"6\", \"8\""})
  void refusesWhoHasNot(String ifMatch) {
    assertThat(refused(ifMatch)).isEqualTo(Kind.STALE);
  }

  @Test
  void refusesWhoDoesNotSay() {
    assertThat(refused(null)).isEqualTo(Kind.IF_MATCH_REQUIRED);
  }

  private static Kind refused(@Nullable String ifMatch) {
    return catchThrowableOfType(Refusal.class, () -> Etag.require(ifMatch, 7)).kind();
  }
}
