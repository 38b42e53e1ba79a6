package org.chancery.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Where a guess comes from: an address of IPv4, or the network of 64 bits that one of IPv6 lies in,
 * since whoever has one address of it has them all.
 *
 * @param network what all addresses of one guesser share; empty where nothing is known
 */
record Origin(String network) {

  private static final int HALF = 8;

  /** Where the claim was sent from. */
  static Origin of(Authentication claim) {
    return claim.getDetails() instanceof WebAuthenticationDetails web
        ? at(web.getRemoteAddress())
        : new Origin("");
  }

  /** The origin of an address as the server reads it from the connection. */
  static Origin at(String address) {
    return new Origin(address.contains(":") ? network(address) : address);
  }

  private static String network(String address) {
    try {
      // A text with a colon is read as it stands, and never looked up as a name.
      InetAddress read = InetAddress.getByName(address);
      return read instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), HALF)) + "/64"
          : read.getHostAddress();
    } catch (UnknownHostException noAddress) {
      return "";
    }
  }
}
