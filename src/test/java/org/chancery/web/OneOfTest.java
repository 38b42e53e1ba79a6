package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.format.support.DefaultFormattingConversionService;

class OneOfTest {

  @Test
  void readsWhatIsNamed() {
    assertThat(OneOf.of(TimeUnit.class).apply("DAYS")).isEqualTo(TimeUnit.DAYS);
    assertThat(OneOf.of(TimeUnit.class).apply(" DAYS")).isEqualTo(TimeUnit.DAYS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WEEKS", "days", ""})
  void tellsAllThatThereAre(String text) {
    assertThatThrownBy(() -> OneOf.of(TimeUnit.class).apply(text))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            wrong ->
                assertThat(wrong.reason())
                    .isEqualTo(
                        Message.of(
                            "field.choice",
                            text,
                            "NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS, MINUTES, HOURS,"
                                + " DAYS")));
  }

  @Test
  void parametersAreReadAlikeAndAnEmptyOneIsNone() {
    DefaultFormattingConversionService parameters = new DefaultFormattingConversionService();
    new OneOf().addFormatters(parameters);
    assertThat(parameters.convert("DAYS", TimeUnit.class)).isEqualTo(TimeUnit.DAYS);
    assertThat(parameters.convert("", TimeUnit.class)).isNull();
    assertThatThrownBy(() -> parameters.convert("WEEKS", TimeUnit.class))
        .isInstanceOf(ConversionFailedException.class)
        .hasCauseInstanceOf(InvalidValue.class);
  }
}
