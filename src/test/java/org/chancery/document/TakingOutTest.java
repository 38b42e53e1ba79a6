package org.chancery.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.chancery.document.Document.Version;
import org.chancery.document.Removal.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may take a text out, and what is left of it. */
class TakingOutTest {

  private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T08:00:00Z");

  private static final Removal PROPOSED = removal(null, null);
  private static final Removal CONFIRMED = removal("second", null);
  private static final Removal WITHDRAWN = removal(null, "first");

  private final TakingOut first = new TakingOut("first", true);
  private final TakingOut second = new TakingOut("second", true);
  private final TakingOut outsider = new TakingOut("third", false);

  @Test
  void oneProposesAndAnotherConfirms() {
    assertThat(first.mayPropose(version(1))).isTrue();
    assertThat(first.mayConfirm(PROPOSED)).isFalse();
    assertThat(second.mayConfirm(PROPOSED)).isTrue();
    assertThat(first.mayWithdraw(PROPOSED)).isTrue();
    assertThatThrownBy(() -> first.requireConfirming(PROPOSED))
        .hasMessageContaining("removal.self");
    second.requireConfirming(PROPOSED);
  }

  @Test
  void nobodyElseMay() {
    assertThat(outsider.mayPropose(version(1))).isFalse();
    assertThat(outsider.mayConfirm(PROPOSED)).isFalse();
    assertThat(outsider.mayWithdraw(PROPOSED)).isFalse();
    assertThatThrownBy(() -> outsider.requireConfirming(PROPOSED))
        .hasMessageContaining("removal.who");
  }

  @Test
  void whatIsSettledStaysSo() {
    for (Removal settled : List.of(CONFIRMED, WITHDRAWN)) {
      assertThat(second.mayConfirm(settled)).isFalse();
      assertThatThrownBy(() -> second.requireConfirming(settled))
          .hasMessageContaining(
              "removal." + settled.state().name().toLowerCase(java.util.Locale.ROOT));
    }
    assertThatThrownBy(() -> first.requireProposing(version(1, PROPOSED)))
        .hasMessageContaining("removal.proposed");
    assertThatThrownBy(() -> first.requireProposing(version(1, CONFIRMED)))
        .hasMessageContaining("removal.confirmed");
    first.requireProposing(version(1, WITHDRAWN));
  }

  @Test
  void whatWasDoneLaterWasNotKnownEarlier() {
    assertThat(CONFIRMED.knownAt(MONDAY).state()).isEqualTo(State.PROPOSED);
    assertThat(CONFIRMED.knownAt(TUESDAY).state()).isEqualTo(State.CONFIRMED);
    assertThat(WITHDRAWN.knownAt(MONDAY).state()).isEqualTo(State.PROPOSED);
  }

  @Test
  void theNewestVersionIsTheNewestThatIsHeld() {
    assertThat(document(version(1), version(2, CONFIRMED)).newest().number()).isEqualTo(1);
    assertThat(document(version(1), version(2, PROPOSED)).newest().number()).isEqualTo(2);
    Document none = document(version(1, CONFIRMED), version(2, CONFIRMED));
    assertThat(none.newest().number()).isEqualTo(2);
    assertThat(none.isHeld()).isFalse();
    assertThatThrownBy(() -> none.newest().requireHeld()).hasMessageContaining("removal.gone");
  }

  @Test
  void aTextThatIsTakenOutIsMissing() {
    assertThat(new Papers(List.of(document(version(1)))).haveText("az")).isTrue();
    assertThat(new Papers(List.of(document(version(1, CONFIRMED)))).haveText("az")).isFalse();
  }

  private static Document document(Version... versions) {
    return new Document(1, DocumentKind.DRAFT, "az", null, List.of(), List.of(versions));
  }

  private static Version version(int number, Removal... removals) {
    return new Version(
        number, "0".repeat(64), 4, "text/plain", "a.txt", null, "clerk", MONDAY, List.of(removals));
  }

  private static Removal removal(@Nullable String confirmer, @Nullable String withdrawer) {
    return new Removal(
        1,
        "The wrong file",
        null,
        "first",
        MONDAY,
        confirmer,
        confirmer == null ? null : TUESDAY,
        withdrawer,
        withdrawer == null ? null : TUESDAY);
  }
}
