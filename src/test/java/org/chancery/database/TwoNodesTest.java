package org.chancery.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.Caller;
import org.chancery.Proof;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R3 and R22: Two nodes that start at once on an empty database bring it up once; and while the
 * database is away each request is told so, nothing is lost, and work goes on by itself.
 */
class TwoNodesTest {

  private static final String CASE =
      """
      {'type': 'MEMORANDUM', 'title': {'en': 'Memorandum'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""";

  private static Postgres server;
  private static Link link;
  private static Node near;

  /** Reaches the database by the link. */
  private static Node far;

  @BeforeAll
  static void startAtOnce()
      throws IOException, InterruptedException, ExecutionException {
    assumeTrue(Roles.canBeMade(), "no psql here, which bin/postgres-roles.sql is for");
    server = Postgres.start();
    Roles.make(server);
    link = new Link(server.port());
    CompletableFuture<Node> one = CompletableFuture.supplyAsync(() -> Node.on(server.port()));
    CompletableFuture<Node> other = CompletableFuture.supplyAsync(() -> Node.on(link.port()));
    near = one.get();
    far = other.get();
  }

  @AfterAll
  static void stop() throws IOException {
    for (AutoCloseable each : new AutoCloseable[] {near, far}) {
      closed(each);
    }
    if (server != null) {
      link.close();
      server.close();
    }
  }

  private static void closed(AutoCloseable node) {
    if (node instanceof Node started) {
      started.close();
    }
  }

  @Test
  void oneMigratesAndTheOtherWaits() throws SQLException {
    assertThat(count("select count(*) from flyway_schema_history where not success")).isZero();
    assertThat(
            count(
                """
                select count(*) from (select version from flyway_schema_history
                where version is not null group by version having count(*) > 1) twice"""))
        .isZero();
    assertThat(count("select count(*) from instrument")).isEqualTo(count("select count(distinct slug) from instrument"));
    assertThat(count("select count(*) from act_re_deployment")).isEqualTo(1);
    Proof.count("R22", "nodes that started at once", 2);
  }

  @Test
  void whatOneOpensTheOtherShows() {
    String reference = opened(near.as("mddtClerk").post("/api/instruments", CASE));
    assertThat(far.as("mddtClerk").get("/api/instruments/" + reference).status()).isEqualTo(200);
  }

  private static String opened(Caller.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body().path("reference").asText();
  }

  private static long count(String query) throws SQLException {
    try (Connection connection = server.connect("chancery");
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getLong(1);
    }
  }
}
