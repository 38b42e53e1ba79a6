package org.chancery.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an outside provider says of a person.
 *
 * @param issuer the provider
 * @param subject the person, as the provider knows her for ever
 * @param name what she is called when she logs in there
 * @param displayName what she is called by people
 * @param groups the groups she is in
 */
record Outsider(
    String issuer, String subject, String name, String displayName, Set<String> groups) {

  static Outsider of(
      String issuer, String subject, Map<String, Object> claims, OutsideRules rules) {
    String name = text(claims.get(rules.nameClaim()), subject);
    String displayName = text(claims.get("name"), name);
    return new Outsider(issuer, subject, name, displayName, texts(claims.get(rules.groupsClaim())));
  }

  private static String text(@Nullable Object claim, String otherwise) {
    return claim instanceof String text && !text.isBlank() ? text.strip() : otherwise;
  }

  private static Set<String> texts(@Nullable Object claim) {
    Stream<?> all = claim instanceof Collection<?> many ? many.stream() : Stream.ofNullable(claim);
    return all.map(String::valueOf).collect(Collectors.toUnmodifiableSet());
  }
}
