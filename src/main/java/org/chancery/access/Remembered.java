package org.chancery.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords verified a moment ago, so that a program that sends one with each request does not cost
 * a bcrypt each time. Kept in memory under a keyed hash, together with the stored hash it was
 * verified against: when that changes, the memory is void, on every node at once.
 */
final class Remembered {

  private static final Duration KEPT = Duration.ofSeconds(60);
  private static final int MOST = 10_000;

  private final Clock clock;
  private final SecretKeySpec key;
  private final Map<String, Verified> verified = new LinkedHashMap<>();

  Remembered(Clock clock) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.clock = clock;
    this.key = new SecretKeySpec(random, "HmacSHA256");
  }

  /** Whether this password of the account was verified of late, and has not changed since. */
  boolean knows(StoredAccount account, String password) {
    String entry = entry(account, password);
    synchronized (verified) {
      Verified known = verified.get(entry);
      return known != null
          && known.until().isAfter(clock.instant())
          && known.hash().equals(account.passwordHash());
    }
  }

  /** Remembers a password that was just verified. */
  void verified(StoredAccount account, String password) {
    String entry = entry(account, password);
    synchronized (verified) {
      verified.remove(entry);
      verified.put(entry, new Verified(account.passwordHash(), clock.instant().plus(KEPT)));
      if (verified.size() > MOST) {
        verified.remove(verified.keySet().iterator().next());
      }
    }
  }

  private String entry(StoredAccount account, String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      String both = account.name() + '\0' + password;
      return HexFormat.of().formatHex(mac.doFinal(both.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private record Verified(String hash, Instant until) {}
}
