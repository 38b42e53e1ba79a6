package org.chancery.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a browser shows, and what it keeps. */
class FileKindTest {

  @ParameterizedTest
  @EnumSource(names = {"PNG", "JPEG", "TXT"})
  void aBrowserShowsPicturesAndPlainText(FileKind kind) {
    assertThat(kind.isShownInline()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PNG", "JPEG", "TXT"})
  void aBrowserKeepsWhatItsViewersMayNotShowInASandbox(FileKind kind) {
    assertThat(kind.isShownInline()).isFalse();
  }
}
