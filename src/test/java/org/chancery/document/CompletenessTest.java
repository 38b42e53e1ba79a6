package org.chancery.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.instrument.CaseFixture;
import org.chancery.instrument.Description;
import org.junit.jupiter.api.Test;

/** What is missing of the texts of an instrument. */
class CompletenessTest {

  private static final Description TWO =
      CaseFixture.agreement().languages("az", "kk").annex("Annex 1").file().description();

  @Test
  void asksForATextInEachAuthenticLanguage() {
    Completeness found =
        Completeness.toSign(TWO, held(TextFixture.text(1, DocumentKind.DRAFT, "az")));
    assertThat(found.languages()).containsExactly("kk");
    assertThat(found.isComplete()).isFalse();
  }

  @Test
  void asksForTheSignedTextOnceItIsSigned() {
    Papers draft = held(TextFixture.text(1, DocumentKind.DRAFT, "az"));
    assertThat(Completeness.onceSigned(TWO, draft).languages()).containsExactly("az", "kk");
    Papers signed = held(TextFixture.text(1, DocumentKind.SIGNED, "az"));
    assertThat(Completeness.onceSigned(TWO, signed).languages()).containsExactly("kk");
  }

  @Test
  void asksForWhatIsAttachedInEachAuthenticLanguage() {
    Completeness found = Completeness.toSign(TWO, held(TextFixture.annex(1, "ANNEX 1", "az")));
    assertThat(found.attachments())
        .singleElement()
        .satisfies(missing -> assertThat(missing.language()).isEqualTo("kk"));
    assertThat(Completeness.toSign(TWO, held(TextFixture.annex(1, "Annex 2", "az"))).attachments())
        .hasSize(2);
  }

  @Test
  void isCompleteWithAll() {
    Papers all =
        held(
            TextFixture.text(1, DocumentKind.INITIALLED, "az"),
            TextFixture.text(2, DocumentKind.SIGNED, "kk"),
            TextFixture.annex(3, "Annex 1", "az"),
            TextFixture.annex(4, "Annex 1", "kk"));
    assertThat(Completeness.toSign(TWO, all).isComplete()).isTrue();
  }

  @Test
  void missesNoTextWhereNoLanguageIsStated() {
    Description unstated = CaseFixture.agreement().file().description();
    assertThat(Completeness.toSign(unstated, Papers.NONE).isComplete()).isTrue();
  }

  @Test
  void asksForWhatIsAttachedInSomeLanguageWhereNoneIsStated() {
    Description unstated = CaseFixture.agreement().annex("Annex 1").file().description();
    assertThat(Completeness.toSign(unstated, Papers.NONE).attachments())
        .singleElement()
        .satisfies(missing -> assertThat(missing.language()).isNull());
    Papers annex = held(TextFixture.annex(1, "Annex 1", "en"));
    assertThat(Completeness.toSign(unstated, annex).isComplete()).isTrue();
  }

  private static Papers held(Document... documents) {
    return new Papers(List.of(documents));
  }
}
