package org.chancery.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** That a text is the code of a language (ISO 639-1), such as {@code az}. */
@Documented
@Constraint(validatedBy = Language.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Language {

  /** The key of the sentence that says so. */
  String message() default "field.language";

  /** In which cases it is asked for; always, where none is named. */
  Class<?>[] groups() default {};

  /** Nothing of it is used here. */
  Class<? extends Payload>[] payload() default {};

  /** Whether there is such a language; nothing at all is for others to refuse. */
  final class Check implements ConstraintValidator<Language, String> {

    private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

    @Override
    public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
      return code == null || CODES.contains(code);
    }
  }
}
