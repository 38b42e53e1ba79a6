package org.chancery.notice;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.chancery.access.Bodies;
import org.chancery.access.Body;
import org.chancery.access.BodyCode;
import org.chancery.calendar.SpokenDate;
import org.chancery.instrument.Milestone;
import org.chancery.web.Locales;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** How things are called in the language of whoever reads a letter. */
record Words(MessageSource messages, Bodies bodies, Locale locale) {

  /** The sentence of the catalogue {@code notice}. */
  String text(String key, @Nullable Object... arguments) {
    Message message = Message.of("notice." + key, arguments);
    return messages.getMessage(
        Locales.isRightToLeft(locale) ? message.isolated() : message, locale);
  }

  /** The day, as one writes it. */
  String day(LocalDate day) {
    return SpokenDate.of(day, locale);
  }

  /** What the deadline is for, and what is to be done. */
  String milestone(Milestone milestone) {
    String kind = milestone.kind().name();
    String word =
        Objects.requireNonNullElse(
            messages.getMessage("word.milestone." + kind, null, null, locale), kind);
    return milestone.name() == null ? word : word + ": " + milestone.name().in(locale);
  }

  /** The name of the body. */
  String body(BodyCode code) {
    return bodies.find(code).map((Body body) -> body.nameIn(locale)).orElse(code.value());
  }
}
