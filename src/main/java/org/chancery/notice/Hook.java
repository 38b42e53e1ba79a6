package org.chancery.notice;

import java.net.InetAddress;
import java.net.URI;
import java.util.Base64;
import java.util.Set;

/**
 * A webhook of another system, as the configuration names it; no other address is ever called.
 *
 * @param url its address: https, or this machine
 * @param secret the key that calls are signed with: {@code whsec_} and 24 to 64 bytes in Base64, as
 *     Standard Webhooks writes it
 * @param kinds the types of event it is told of; empty: all
 */
record Hook(URI url, String secret, Set<String> kinds) {

  private static final String PREFIX = "whsec_";
  private static final int LONGEST = 500;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Of what the configuration may have left out, too.
   *
   * @throws IllegalArgumentException when the address is not safe, the secret is too short, or
   *     there is no such type
   */
  Hook {
    require(url != null && isSafe(url), "the url must begin with https://");
    require(url.toString().length() <= LONGEST, "the url must not be longer than " + LONGEST);
    require(
        secret != null && isKey(secret), "the secret must be whsec_ and 24 to 64 bytes, Base64");
    kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
    kinds.forEach(kind -> require(EventType.isKnown(kind), "there is no kind " + kind));
  }

  /** Whether it is told of events of the type. */
  boolean wants(EventType type) {
    return kinds.isEmpty() || kinds.contains(type.id());
  }

  /**
   * Whether a call may go to the address that its name stands for just now. Whoever turns the name
   * around leads nobody to this machine, nor to one that only this network knows by itself, such as
   * what tells machines in a cloud their secrets. Another ministry's private network is no harm:
   * its certificate says who it is.
   */
  boolean mayLeadTo(InetAddress address) {
    boolean isHere = address.isLoopbackAddress() || address.isAnyLocalAddress();
    return isHere
        ? LOOPBACK.contains(url.getHost()) && !address.isAnyLocalAddress()
        : !address.isLinkLocalAddress() && !address.isMulticastAddress();
  }

  /** The key that calls are signed with. */
  byte[] key() {
    return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
  }

  private static boolean isSafe(URI url) {
    String host = url.getHost();
    return host != null
        && url.getUserInfo() == null
        && ("https".equals(url.getScheme())
            || ("http".equals(url.getScheme()) && LOOPBACK.contains(host)));
  }

  private static boolean isKey(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return false;
    }
    try {
      int bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
      return bytes >= 24 && bytes <= 64;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static void require(boolean so, String otherwise) {
    if (!so) {
      throw new IllegalArgumentException("chancery.webhooks: " + otherwise);
    }
  }

  /** Without the secret: it is nobody's business. */
  @Override
  public String toString() {
    return "Hook[" + url + ", " + kinds + "]";
  }
}
