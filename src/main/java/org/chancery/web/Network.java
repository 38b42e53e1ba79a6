package org.chancery.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a caller is: her address of IPv4, or the network of 64 bits that one of IPv6 lies in, since
 * whoever has one address of it has them all.
 */
public final class Network {

  private static final int HALF = 8;

  private Network() {}

  /**
   * What all addresses of one caller share; empty where nothing is known.
   *
   * @param address one of them, as the server reads it from the connection
   */
  public static String of(String address) {
    return address.contains(":") ? network(address) : address;
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
