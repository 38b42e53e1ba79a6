package org.chancery.document;

import java.net.URI;
import java.net.URISyntaxException;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the QR code on a slip or label says: the address of the page that opens when it is scanned,
 * where this house has told its own ({@code chancery.address}); else the plain reference, which the
 * search of the register finds. The address of the request is not taken for it: on paper it would
 * outlast whatever name the server was called by.
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
   */
  public String of(Reference reference, @Nullable Integer original) {
    if (house.isEmpty()) {
      return reference.value();
    }
    String page = house + "/q/" + reference;
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
