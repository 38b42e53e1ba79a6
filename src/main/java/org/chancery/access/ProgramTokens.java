package org.chancery.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * The tokens of programs that log in with an outside provider (OAuth 2 client credentials): signed
 * by it, for this house, not yet expired. Each stands for the account that the operator has named
 * for it.
 */
@Component
class ProgramTokens {

  private static final String SETTINGS = "spring.security.oauth2.resourceserver.jwt.";

  private final ObjectProvider<JwtDecoder> decoder;
  private final OutsideRules rules;

  ProgramTokens(ObjectProvider<JwtDecoder> decoder, OutsideRules rules, Environment environment) {
    this.decoder = decoder;
    this.rules = rules;
    boolean on = isSet(environment, "issuer-uri") || isSet(environment, "jwk-set-uri");
    boolean whole = isSet(environment, "issuer-uri") && isSet(environment, "audiences");
    if (on && !whole) {
      throw new CannotStart(
          "Tokens of programs would be taken from any issuer, or such as are meant for others.",
          "Set both " + SETTINGS + "issuer-uri and " + SETTINGS + "audiences.");
    }
  }

  /** Whether it looks like one: three parts between dots, as no key of ours has. */
  static boolean looksLikeOne(String token) {
    return token.chars().filter(letter -> letter == '.').count() == 2;
  }

  /** The account whose valid token this is. */
  Optional<String> use(String token) {
    JwtDecoder reader = decoder.getIfAvailable();
    return reader == null
        ? Optional.empty()
        : Optional.ofNullable(subject(reader, token)).map(rules.programs()::get);
  }

  private static @Nullable String subject(JwtDecoder reader, String token) {
    try {
      return reader.decode(token).getSubject();
    } catch (JwtException refused) {
      return null;
    }
  }

  private static boolean isSet(Environment environment, String setting) {
    return environment.containsProperty(SETTINGS + setting)
        || environment.containsProperty(SETTINGS + setting + "[0]");
  }
}
