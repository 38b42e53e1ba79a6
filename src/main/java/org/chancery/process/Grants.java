package org.chancery.process;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.springframework.stereotype.Component;

/** The leave that the engine has stored; brought in line with what is wanted. */
@Component
class Grants {

  private final AuthorizationService authorizations;

  Grants(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  /** Stores what is missing, removes what is too much, and leaves alone what is right. */
  void areJust(Collection<Grant> grants) {
    Map<Grant.Key, Grant> missing = grants.stream().collect(toMap(Grant::key, Function.identity()));
    Grant.RESOURCES.stream()
        .flatMap(
            resource ->
                authorizations.createAuthorizationQuery().resourceType(resource).list().stream())
        .forEach(
            stored -> {
              Grant wanted = missing.get(Grant.keyOf(stored));
              if (wanted != null && wanted.isSameAs(stored)) {
                missing.remove(wanted.key());
              } else {
                authorizations.deleteAuthorization(stored.getId());
              }
            });
    missing.values().forEach(this::store);
  }

  private void store(Grant grant) {
    Authorization authorization =
        authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    authorization.setGroupId(grant.group());
    authorization.setUserId(grant.account());
    authorization.setResource(grant.resource());
    authorization.setResourceId(grant.id());
    grant.permissions().forEach((Permission permission) -> authorization.addPermission(permission));
    authorizations.saveAuthorization(authorization);
  }
}
