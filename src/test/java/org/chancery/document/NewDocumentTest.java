package org.chancery.document;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a document. */
class NewDocumentTest {

  @ParameterizedTest
  @ValueSource(strings = {"az", "kk", "ar"})
  void isWrittenInALanguage(String language) {
    assertThat(faults(language)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz", "und", "AZ", "Azeri", ""})
  void isNotWrittenInWhatIsNoLanguage(String language) {
    assertThat(faults(language)).isPositive();
  }

  @Test
  void isADraftWhereNothingIsSaid() {
    assertThat(new NewDocument("az", null, null, null).kindOrDraft()).isEqualTo(DocumentKind.DRAFT);
  }

  private static int faults(String language) {
    try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
      Validator validator = factory.getValidator();
      return validator.validate(new NewDocument(language, null, null, null)).size();
    }
  }
}
