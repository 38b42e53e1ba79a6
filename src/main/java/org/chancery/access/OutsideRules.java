package org.chancery.access;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an outside provider's word counts for in this house.
 *
 * @param groupsClaim the claim that names a person's groups
 * @param nameClaim the claim from which her account gets its name, once
 * @param roles which groups hold each role
 * @param bodies which groups make up each body
 * @param programs the account, with the role SERVICE, of each program that brings a token, by the
 *     token's subject
 */
@ConfigurationProperties("chancery.oidc")
record OutsideRules(
    @DefaultValue("groups") String groupsClaim,
    @DefaultValue("preferred_username") String nameClaim,
    @DefaultValue Map<Role, Set<String>> roles,
    @DefaultValue Map<BodyCode, Set<String>> bodies,
    @DefaultValue Map<String, String> programs) {

  /** What the members of the groups may do. */
  Set<Role> rolesOf(Set<String> groups) {
    Set<Role> held = EnumSet.noneOf(Role.class);
    roles.forEach((role, holders) -> addIfAny(role, holders, groups, held));
    return held;
  }

  /** The bodies that the members of the groups belong to. */
  Set<BodyCode> bodiesOf(Set<String> groups) {
    Set<BodyCode> joined = new TreeSet<>();
    bodies.forEach((body, members) -> addIfAny(body, members, groups, joined));
    return joined;
  }

  private static <T> void addIfAny(T meant, Set<String> wanted, Set<String> groups, Set<T> found) {
    if (wanted.stream().anyMatch(groups::contains)) {
      found.add(meant);
    }
  }
}
