package org.chancery.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.chancery.Caller;
import org.chancery.Guest;
import org.chancery.Link;
import org.chancery.Proof;
import org.chancery.access.CannotStart;
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
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}\
      """;

  private static Postgres server;
  private static Link link;
  private static Node near;

  /** Reaches the database by the link. */
  private static Node far;

  @BeforeAll
  static void startAtOnce() throws IOException, InterruptedException, ExecutionException {
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
                where version is not null group by version having count(*) > 1) twice\
                """))
        .isZero();
    assertThat(count("select count(slug) from instrument"))
        .isEqualTo(count("select count(distinct slug) from instrument"));
    assertThat(count("select count(*) from act_re_deployment")).isEqualTo(1);
    Proof.count("R22", "nodes that started at once", 2);
  }

  @Test
  void whatOneOpensTheOtherShows() {
    String reference = opened(near.as("mddtClerk").post("/api/instruments", CASE));
    assertThat(far.as("mddtClerk").get("/api/instruments/" + reference).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal set account = 'nobody'",
        "delete from journal",
        "truncate journal",
        "update house_journal set account = 'nobody'",
        "delete from house_journal",
        "delete from flyway_schema_history",
        "create table mine (id int)",
        "create temporary table mine (id int)",
        "alter table instrument add column mine int",
        "drop table instrument",
        "drop table act_ru_task"
      })
  void theHouseMayNot(String statement) throws SQLException {
    try (Connection house = server.connect("chancery", "chancery", Roles.PASSWORD);
        Statement asked = house.createStatement()) {
      assertThatThrownBy(() -> asked.execute(statement))
          .isInstanceOfSatisfying(
              SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  void aDatabaseThatMayForgetIsRefused() throws SQLException {
    try (Connection house = server.connect("chancery", "chancery", Roles.PASSWORD);
        Statement asked = house.createStatement()) {
      Durability.require(house);
      asked.execute("set synchronous_commit = off");
      assertThatThrownBy(() -> Durability.require(house))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("off is synchronous_commit");
    }
  }

  @Test
  void aStepIsDoneByARoleThatMayDoNoMore() {
    String reference = opened(near.as("mddtClerk").post("/api/instruments", CASE));
    String task = near.as("mddtClerk").taskIn(reference);
    assertThat(
            far.as("mddtClerk")
                .post("/api/tasks/" + task + "/completion", "{'on': '2026-11-20'}")
                .status())
        .isEqualTo(200);
  }

  @Test
  void aLinkThatIsCutIsToldAndHeals() throws Exception {
    disturb("cut", link::cut, link::mend);
  }

  @Test
  void aLinkThatFallsSilentIsToldAndHeals() throws Exception {
    disturb("silent", link::fallSilent, link::mend);
  }

  @Test
  void aDatabaseThatIsKilledIsToldAndHeals() throws Exception {
    disturb("killed", server::stopImmediately, server::startAgain);
  }

  @Test
  void connectionsThatAreEndedLoseNothing() throws Exception {
    try (Storm storm = Storm.against(far, "ended")) {
      for (int i = 0; i < 5; i++) {
        storm.untilItWrites();
        count(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where usename = 'chancery'\
            """);
      }
      storm.untilItWrites();
      storm.end();
      storm.hasLostNothing(server);
    }
  }

  private interface Act {

    void happen() throws Exception;
  }

  private static void disturb(String name, Act trouble, Act mending) throws Exception {
    Guest person = Guest.at(far.port(), "mddtClerk");
    Guest operator = Guest.at(far.port(), "operator");
    try (Storm storm = Storm.against(far, name)) {
      storm.untilItWrites();
      try {
        trouble.happen();
        storm.untilItIsRefused();
        HttpResponse<String> page = person.get("/instruments", "az");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(page.body()).contains("Reyestr");
        HttpResponse<String> operations = operator.get("/operations");
        assertThat(operations.statusCode()).isEqualTo(503);
        assertThat(operations.body()).contains("The database does not answer");
      } finally {
        mending.happen();
      }
      assertThat(storm.untilItWrites()).isLessThan(Duration.ofSeconds(10));
      storm.end();
      storm.hasLostNothing(server);
    }
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
