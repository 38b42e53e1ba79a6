package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Each promise of reliability is shown by a test class that names it, and {@code
 * docs/reliability.md} says so, with what was counted.
 */
class ReliabilityPageTest {

  private static final Path PAGE = Path.of("docs", "reliability.md");

  /**
   * What the tests counted when they last ran in full; {@code bin/prove reliability} puts it there.
   */
  private static final Path FIGURES = Path.of("docs", "reliability");

  private static final Map<String, String> PROMISES = new LinkedHashMap<>();

  static {
    PROMISES.put("R1", "What was acknowledged survives a killed server, on PostgreSQL");
    PROMISES.put("R2", "The same on the embedded default");
    PROMISES.put("R3", "A database that stops, is cut off or is slow loses nothing, and heals");
    PROMISES.put("R4", "A killed node's work is done by the others, each effect once");
    PROMISES.put("R5", "A node that slept beyond its locks changes nothing when it wakes");
    PROMISES.put("R6", "An answer lost on its way is given again, for one case");
    PROMISES.put("R8", "A storm of retries makes one case for each key");
    PROMISES.put("R11", "No deadline is overdue early or twice, whatever the clock does");
    PROMISES.put("R12", "A sweep missed, doubled or killed leaves what a clean one leaves");
    PROMISES.put("R13", "Of two who change the same thing at once one wins, the other is told");
    PROMISES.put("R14", "A write that fails anywhere leaves nothing half-written");
    PROMISES.put("R16", "What is backed up is restored, to the same root of the journal");
    PROMISES.put("R18", "Too much at once is refused, and what is taken in is answered");
    PROMISES.put("R19", "Whatever is changed in the journal's table is found");
    PROMISES.put("R20", "A case that cannot be judged keeps no other from being judged");
    PROMISES.put("R21", "A server that is stopped answers what it has begun");
    PROMISES.put("R22", "Two nodes start at once on an empty database");
  }

  private static final Promises RELIABILITY = new Promises('R', PROMISES, Map.of(), FIGURES);

  @Test
  void eachTestNamesAPromiseThatThereIsAndEachPromiseHasATest() throws IOException {
    assertThat(PROMISES.keySet()).containsAll(RELIABILITY.named());
    assertThat(RELIABILITY.unshown()).isEmpty();
  }

  @Test
  void thePageTellsThem() throws IOException {
    Golden.checkSection(PAGE, RELIABILITY.table(), getClass());
  }
}
