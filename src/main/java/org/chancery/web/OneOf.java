package org.chancery.web;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Values of which there are few, each asked for by its name; whoever errs is told them all. */
@Component
public final class OneOf implements WebMvcConfigurer {

  private static final ConverterFactory<String, Enum<?>> PARAMETERS =
      new ConverterFactory<>() {
        @Override
        public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> kind) {
          return text -> text.isEmpty() ? null : named(kind, text);
        }
      };

  /**
   * Reads the value of the kind that is named.
   *
   * @return a reader that throws {@link InvalidValue} where none is called so
   */
  public static <E extends Enum<?>> Function<String, E> of(Class<E> kind) {
    return text -> named(kind, text);
  }

  private static <E extends Enum<?>> E named(Class<E> kind, String text) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(each -> each.name().equals(text.strip()))
        .findFirst()
        .orElseThrow(() -> new InvalidValue("field.choice", text, all(kind)));
  }

  /** Their names, with commas between. */
  static String all(Class<?> kind) {
    return Arrays.stream(kind.getEnumConstants())
        .map(each -> ((Enum<?>) each).name())
        .collect(Collectors.joining(", "));
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverterFactory(PARAMETERS);
  }
}
