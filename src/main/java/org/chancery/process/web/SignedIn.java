package org.chancery.process.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/**
 * Tells Tasklist who has logged in at the one login; the engine adds the groups. Tasklist makes it
 * by its class name, so it is public.
 */
public final class SignedIn implements AuthenticationProvider {

  @Override
  public AuthenticationResult extractAuthenticatedUser(
      HttpServletRequest request, ProcessEngine engine) {
    Principal principal = request.getUserPrincipal();
    if (principal == null) {
      return AuthenticationResult.unsuccessful();
    }
    AuthenticationResult result = AuthenticationResult.successful(principal.getName());
    result.setGroups(groups(engine, principal.getName()));
    result.setTenants(new ArrayList<>());
    return result;
  }

  private static List<String> groups(ProcessEngine engine, String account) {
    return engine.getIdentityService().createGroupQuery().groupMember(account).list().stream()
        .map(Group::getId)
        .toList();
  }

  @Override
  public void augmentResponseByAuthenticationChallenge(
      HttpServletResponse response, ProcessEngine engine) {
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
  }
}
