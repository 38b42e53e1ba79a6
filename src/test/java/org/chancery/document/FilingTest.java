package org.chancery.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an account may put into a case; the texts of the fixture are put in by {@code clerk}. */
class FilingTest {

  private static final Filing KEEPER = new Filing("registrar", true, true);
  private static final Filing DOER = new Filing("clerk", false, false);
  private static final Filing ANOTHER = new Filing("another", false, false);

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void whoKeepsTheCasePutsInAndRevisesAll(DocumentKind kind) {
    assertThat(KEEPER.mayAdd(kind)).isTrue();
    assertThat(KEEPER.mayRevise(TextFixture.text(1, kind, "az"))).isTrue();
  }

  @Test
  void whoHasAStepAddsDraftsActsAndNotes() {
    assertThat(kinds(DOER))
        .containsExactly(DocumentKind.DRAFT, DocumentKind.ACT, DocumentKind.NOTE);
    assertThatThrownBy(() -> DOER.requireAdding(DocumentKind.SIGNED)).isInstanceOf(Refusal.class);
  }

  @Test
  void whoHasAStepAddsNoDraftOfWhatIsSigned() {
    Filing afterwards = new Filing("clerk", false, true);
    assertThat(kinds(afterwards)).containsExactly(DocumentKind.ACT, DocumentKind.NOTE);
    assertThat(afterwards.mayRevise(TextFixture.text(1, DocumentKind.DRAFT, "az"))).isFalse();
  }

  @Test
  void whoHasAStepRevisesWhatIsHerOwn() {
    Document draft = TextFixture.text(1, DocumentKind.DRAFT, "az");
    assertThat(DOER.mayRevise(draft)).isTrue();
    assertThatCode(() -> DOER.requireRevising(draft)).doesNotThrowAnyException();
    assertThat(DOER.mayRevise(TextFixture.text(1, DocumentKind.SIGNED, "az"))).isFalse();
  }

  @Test
  void whoHasAStepRevisesNothingOfAnother() {
    Document draft = TextFixture.text(1, DocumentKind.DRAFT, "az");
    assertThat(ANOTHER.mayRevise(draft)).isFalse();
    assertThatThrownBy(() -> ANOTHER.requireRevising(draft)).isInstanceOf(Refusal.class);
  }

  private static List<DocumentKind> kinds(Filing filing) {
    return Arrays.stream(DocumentKind.values()).filter(filing::mayAdd).toList();
  }
}
