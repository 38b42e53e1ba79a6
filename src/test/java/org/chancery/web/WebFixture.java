package org.chancery.web;

import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The parts of {@code web} that tests of other modules need, built by hand. */
public final class WebFixture {

  private WebFixture() {}

  /** Reads bodies as the application does. */
  @SuppressWarnings("resource") // the validator lives as long as its factory
  public static Reading reading() {
    return new Reading(Validation.buildDefaultValidatorFactory().getValidator());
  }

  /** Tells problems in the words of our catalogue. */
  public static Problems problems() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/problem");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    return new Problems(messages);
  }
}
