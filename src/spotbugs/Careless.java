import java.io.IOException;

/** What must not pass: {@code bin/prove supply} shows SpotBugs this class, and nothing else ever uses it. */
public final class Careless {

  private Careless() {}

  /** Runs whatever the world outside says. */
  public static Process run() throws IOException {
    return Runtime.getRuntime().exec("sh -c " + System.getenv("WISH"));
  }

  /** Fails always. */
  public static int length() {
    String nothing = null;
    return nothing.length();
  }
}
