import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * What must not pass: {@code bin/prove supply} shows SpotBugs this class, and nothing else ever
 * uses it.
 */
public final class Careless {

  private Careless() {}

  /** Encrypts so that equal parts are seen to be equal; find-sec-bugs knows that. */
  public static Cipher cipher() throws GeneralSecurityException {
    return Cipher.getInstance("AES/ECB/PKCS5Padding");
  }

  /** Fails always; SpotBugs itself knows that. */
  public static int length() {
    String nothing = null;
    return nothing.length();
  }
}
