package org.chancery.web;

import jakarta.validation.Validation;

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
    return new Problems(new Catalogues("messages/problem"));
  }
}
