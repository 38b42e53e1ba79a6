package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was typed into a form, as the body that REST would take. */
class TypedTest {

  @Test
  void aFieldStandsWhereItsNamePoints() {
    assertThat(tree("/title/en", "Agreement", "/title/az", "Saziş"))
        .isEqualTo("{\"title\":{\"az\":\"Saziş\",\"en\":\"Agreement\"}}");
  }

  @Test
  void anEmptyFieldIsAbsent() {
    assertThat(tree("/slug", " ", "/source/outlet", "")).isEqualTo("{}");
  }

  @Test
  void anEmptyRowClosesUp() {
    assertThat(tree("/parties/0/code", "AZ", "/parties/1/code", "", "/parties/12/code", "KZ"))
        .isEqualTo("{\"parties\":[{\"code\":\"AZ\"},{\"code\":\"KZ\"}]}");
  }

  @Test
  void theBoxesTickedAreAList() {
    assertThat(Typed.tree(Map.of("/participatingBodies/*", List.of("mfa", "energy"))).toString())
        .isEqualTo("{\"participatingBodies\":[\"mfa\",\"energy\"]}");
  }

  @Test
  void numbersAndTruthsAreOfTheirKind() {
    assertThat(tree("/milestone", "2", "/binding", "true", "/parties/0/weight", "0.25"))
        .isEqualTo("{\"binding\":true,\"parties\":[{\"weight\":0.25}],\"milestone\":2}");
  }

  @Test
  void whatIsNoNumberStaysAsTyped() {
    assertThat(tree("/milestone", "two")).isEqualTo("{\"milestone\":\"two\"}");
  }

  @Test
  void aDateIsReadAsPeopleWriteIt() {
    assertThat(tree("/on", "22.11.2026", "/source/date", "11/2026"))
        .isEqualTo("{\"on\":\"2026-11-22\",\"source\":{\"date\":\"2026-11\"}}");
    assertThat(tree("/on", "../2026-12-31", "/act", "12/2026"))
        .isEqualTo("{\"on\":\"../2026-12-31\",\"act\":\"12/2026\"}");
  }

  @Test
  void whatIsNoDateStaysAsTyped() {
    assertThat(tree("/on", "31. 2. 2026", "/due", "next week"))
        .isEqualTo("{\"on\":\"31. 2. 2026\",\"due\":\"next week\"}");
  }

  @Test
  void whatIsNoPointerIsNoField() {
    assertThat(tree("_csrf", "x", "version", "3", "/a/b/c/d/e/f", "deep")).isEqualTo("{}");
  }

  private static String tree(String... fields) {
    Map<String, List<String>> typed = new java.util.LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      typed.put(fields[i], List.of(fields[i + 1]));
    }
    return Typed.tree(typed).toString();
  }
}
