package org.chancery.document;

import java.net.URI;
import java.net.URISyntaxException;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the QR code on a slip or label says: the address of the page that opens when it is scanned.
 * It begins with the address that this house has told ({@code chancery.address}); else with the one
 * at which whoever prints it has reached the house, so that her telephone opens something too.
 */
@Component
public class ScanAddress {

  private final String house;

  /**
   * @throws IllegalArgumentException when the address is neither empty nor one of the web
   */
  ScanAddress(@Value("${chancery.address:}") String address) {
    this.house = address.isBlank() ? "" : checked(address.strip());
  }

  /**
   * The text of the code.
   *
   * @param original the number of the original it is put on; null for the case as a whole
   * @param reached the address at which the house was reached, without a slash at its end
   */
  public String of(Reference reference, @Nullable Integer original, String reached) {
    String page = (house.isEmpty() ? reached : house) + "/q/" + reference;
    return original == null ? page : page + "?original=" + original;
  }

  private static String checked(String address) {
    try {
      URI uri = new URI(address);
      boolean ofTheWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (ofTheWeb
          && uri.getHost() != null
          && uri.getQuery() == null
          && uri.getFragment() == null) {
        return address.replaceAll("/+$", "");
      }
    } catch (URISyntaxException malformed) {
      throw wrong(address, malformed);
    }
    throw wrong(address, null);
  }

  private static IllegalArgumentException wrong(String address, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "chancery.address must be an address such as https://chancery.example.org, not " + address,
        cause);
  }
}
