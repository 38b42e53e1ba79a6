package org.chancery.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chancery.web.InvalidValue;
import org.chancery.web.Locales;
import org.jspecify.annotations.Nullable;

/**
 * How a person is reached.
 *
 * @param email where mail reaches her, an address of RFC 5321; null: nowhere
 * @param language the code of her language, ISO 639-1, one that the house speaks; null: not chosen
 */
public record Contact(@Nullable String email, @Nullable String language) {

  /** One who said nothing. */
  public static final Contact UNKNOWN = new Contact(null, null);

  private static final int LONGEST = 254;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)*"
              + "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?");

  /**
   * @throws InvalidValue when the address is none, or the house does not speak the language
   */
  public Contact {
    if (email != null && (email.length() > LONGEST || !ADDRESS.matcher(email).matches())) {
      throw new InvalidValue("account.email", email);
    }
    if (language != null && Locales.spoken(language).isEmpty()) {
      throw new InvalidValue("account.language", language);
    }
  }

  /** Her language, else the one the house speaks to anybody. */
  public Locale locale() {
    return Optional.ofNullable(language).flatMap(Locales::spoken).orElse(Locales.SPOKEN.get(0));
  }
}
