package org.chancery.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a call, as Standard Webhooks 1.0 says: HMAC-SHA256 over id, second and body, so
 * that a receiver who refuses old seconds cannot be told the same again by somebody else.
 */
final class Signature {

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** The value of the header {@code webhook-signature}. */
  static String of(byte[] key, String id, long second, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update((id + "." + second + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException lacking) {
      throw new IllegalStateException("every Java has " + ALGORITHM, lacking);
    }
  }
}
