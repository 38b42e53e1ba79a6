package org.chancery.access;

import com.nimbusds.jose.RemoteKeySourceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
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
  private final Clock clock;
  private volatile Instant silentUntil = Instant.EPOCH;

  ProgramTokens(
      ObjectProvider<JwtDecoder> decoder,
      OutsideRules rules,
      Clock clock,
      Environment environment) {
    this.decoder = decoder;
    this.rules = rules;
    this.clock = clock;
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

  /**
   * The account whose valid token this is.
   *
   * @throws ProviderSilent when the provider does not say by which keys it signs
   */
  Optional<String> use(String token) {
    JwtDecoder reader = decoder.getIfAvailable();
    return reader == null
        ? Optional.empty()
        : Optional.ofNullable(subject(reader, token)).map(rules.programs()::get);
  }

  /**
   * While nothing at all is known of the provider nobody can come in: then it is not asked at each
   * call, which strangers could make. Where only its keys are out of reach, those known still
   * serve.
   */
  private @Nullable String subject(JwtDecoder reader, String token) {
    if (clock.instant().isBefore(silentUntil)) {
      throw new ProviderSilent(null);
    }
    try {
      return reader.decode(token).getSubject();
    } catch (JwtDecoderInitializationException silent) {
      silentUntil = clock.instant().plus(ProviderSilent.WAIT);
      throw new ProviderSilent(silent);
    } catch (JwtException refused) {
      if (refused.getCause() instanceof RemoteKeySourceException) {
        throw new ProviderSilent(refused);
      }
      return null;
    }
  }

  private static boolean isSet(Environment environment, String setting) {
    return environment.containsProperty(SETTINGS + setting)
        || environment.containsProperty(SETTINGS + setting + "[0]");
  }
}
