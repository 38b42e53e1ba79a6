package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a line of an import asks of the database beside others. */
@ChanceryTest
class ImportStatementsTest {

  private static final String CASE =
      """
      {"type": "MEMORANDUM", "title": {"en": "Memorandum"}, "responsibleBody": "mddt",\
       "parties": [{"code": "AZ"}, {"code": "KZ"}],\
       "milestones": [{"kind": "REPORT", "due": "2026-12-31"}]}
      """;

  /** The rows of the register and the journal, a few to each table. */
  private static final int A_LINE = 10;

  @LocalServerPort int port;

  /** What follows of the cases is asked and written for all of a portion together. */
  @Test
  void aLineMoreAsksForItsOwnRowsOnly() {
    imported(2);
    int more = 20;
    int few = imported(2).statements();
    int many = imported(2 + more).statements();
    assertThat(many - few).isBetween(more, more * A_LINE);
  }

  private Faults.Calls imported(int lines) {
    return Faults.during(
        () ->
            assertThat(
                    Caller.at(port, "mddtClerk")
                        .send(
                            "/api/instruments:import",
                            "application/x-ndjson",
                            BodyPublishers.ofString(CASE.repeat(lines)))
                        .status())
                .isEqualTo(200));
  }
}
