package org.chancery.web;

import java.util.Locale;
import java.util.Optional;

/** Knows the language that whoever is logged in has chosen for good. */
@FunctionalInterface
public interface PreferredLanguage {

  /** Her language; empty where nobody is logged in, or has chosen none. */
  Optional<Locale> preferred();
}
