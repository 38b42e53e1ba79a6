package org.chancery.access;

import org.chancery.web.Network;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Where a guess comes from.
 *
 * @param network what all addresses of one guesser share; empty where nothing is known
 */
record Origin(String network) {

  /** Where the claim was sent from. */
  static Origin of(Authentication claim) {
    return claim.getDetails() instanceof WebAuthenticationDetails web
        ? at(web.getRemoteAddress())
        : new Origin("");
  }

  /** The origin of an address as the server reads it from the connection. */
  static Origin at(String address) {
    return new Origin(Network.of(address));
  }
}
