package org.chancery.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.Proof;
import org.chancery.TestTime;
import org.chancery.console.CommandLine;
import org.chancery.document.DocumentKind;
import org.chancery.document.Documents;
import org.chancery.document.NewDocument;
import org.chancery.document.Upload;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * R16: A register that was taken out as one file is, read into a new place, the same to the last
 * entry and root of its journal; and everything goes on there.
 */
@ChanceryTest
class ArchiveStoryTest {

  private static final Instant LATER = Instant.parse("2026-11-21T08:00:05.123456Z");

  private static final List<String> FACTS =
      List.of(
          "",
          "/events",
          "/milestones",
          "/milestones?asOf=2026-06-01&knownAt=2026-11-21T08:00:00Z",
          "/entry-into-force",
          "/findings",
          "/documents",
          "/custody",
          "/journal?limit=200");

  @LocalServerPort int port;
  @Autowired Desk desk;
  @Autowired Documents documents;
  @Autowired Processes processes;
  @Autowired JdbcClient jdbc;

  @Value("${spring.datasource.url}")
  String url = "";

  @TempDir Path folder;

  /** An empty database. */
  List<String> database() {
    return List.of("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  @Test
  void everythingGoesOnInAnotherInstallation() throws Exception {
    List<Reference> cases = cases();
    List<String> database = database();
    Path archive = folder.resolve("register.zip");
    run(new ArchiveCommand.Export(archive), List.of("spring.datasource.url=" + url));
    run(new ArchiveCommand.Import(archive), database);
    try (OtherHouse other = OtherHouse.on(database)) {
      assertThat(login(other)).as("nobody can log in").isEqualTo(401);
      givePasswords(other);
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      assertThat(new Awakened(other.context).takeUp(stream(said)))
          .as(said.toString(StandardCharsets.UTF_8))
          .isTrue();
      for (Reference reference : cases) {
        assertThat(steps(reference, other.processes))
            .as("steps of %s", reference)
            .isEqualTo(steps(reference, processes));
        assertThat(facts(other.port, reference)).isEqualTo(facts(port, reference));
      }
      String report = "/api/reports/overdue?asOf=2026-11-21";
      assertThat(get(other.port, report)).isEqualTo(get(port, report));
      Path again = folder.resolve("again.zip");
      run(new ArchiveCommand.Export(again), database);
      assertThat(record(again)).containsExactlyEntriesOf(record(archive));
      assertThat(
              other.desk.open(
                  "mddtClerk",
                  "{'type': 'UNDERTAKING', 'title': {'en': 'Next'},"
                      + " 'responsibleBody': 'mddt', 'parties': [{'code': 'AZ'}]}"))
          .isGreaterThan(newest(cases));
      Proof.count("R16", "cases that went on in another installation", cases.size());
      Vaults third = Vaults.empty();
      third.restore(Files.readAllBytes(again));
      assertThat(record(third.export())).containsExactlyEntriesOf(record(archive));
    }
  }

  /** The demonstration's cases, and some to which everything has happened. */
  private List<Reference> cases() throws IOException {
    List<Reference> cases =
        new ArrayList<>(List.of(underWay(), decidedUpon(), corrected(), onPaper(), performed()));
    jdbc
        .sql("select reference from instrument where slug is not null order by reference")
        .query((row, number) -> new Reference(row.getString("reference")))
        .list()
        .stream()
        .limit(40)
        .forEach(cases::add);
    return cases;
  }

  private Reference underWay() {
    Reference reference =
        desk.open(
            "mddtClerk",
            """
            {'type': 'AGREEMENT', 'title': {'en': 'Moves while under way', 'kk': 'Көшеді', 'ar': 'ينتقل'},
             'consent': 'APPROVAL', 'responsibleBody': 'mddt', 'participatingBodies': ['energy', 'economy'],
             'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
             'milestones': [{'kind': 'SIGNING', 'due': '2026-04-01', 'basis': 'STATED'}]}""");
    desk.complete("mddtClerk", reference, "draft");
    desk.complete("justiceClerk", reference, "give-expertise", Map.of("answer", "EXPERTISE_GIVEN"));
    desk.complete("energyClerk", reference, "clear", Map.of("answer", "CLEARED"));
    assertThat(desk.waitsAt(reference)).contains("clear");
    return reference;
  }

  private Reference decidedUpon() {
    Reference reference =
        desk.open(
            "mddtClerk",
            """
            {'type': 'UNDERTAKING', 'title': {'en': 'Decided upon, then moved'},
             'responsibleBody': 'mddt', 'parties': [{'code': 'AZ'}],
             'milestones': [
               {'kind': 'MEASURE', 'due': '2026-09-30'}, {'kind': 'MEASURE', 'due': '2026-10'},
               {'kind': 'MEASURE', 'due': '2026-10-31', 'body': 'energy'}]}""");
    String milestones = "/api/instruments/" + reference + "/milestones/";
    Caller manager = Caller.at(port, "mddtManager");
    accepted(
        manager.post(
            milestones + "1/extensions",
            "{'to': '2026-12-15', 'reason': 'The ship is late', 'authority': 'Order 12'}"));
    Caller.Answer waiver =
        manager.post(milestones + "2/waivers", "{'reason': 'No need', 'authority': 'Order 13'}");
    accepted(manager.as("mddtDeputy").post(waiver.header("Location") + "/confirmation", ""));
    accepted(
        manager
            .as("energyManager")
            .post(milestones + "3/waivers", "{'reason': 'Open', 'authority': 'Order 14'}"));
    return reference;
  }

  private Reference corrected() {
    Reference reference =
        desk.open(
            "mddtClerk",
            """
            {'type': 'AGREEMENT', 'title': {'en': 'Was wrong, then moved'}, 'responsibleBody': 'mddt',
             'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
             'milestones': [{'kind': 'COMPLETION', 'due': '2026-10-01', 'body': 'mddt'}]}""");
    desk.record(
        "mddtClerk", reference, "{'kind': 'DRAFTED', 'on': '2026-02-01', 'remark': 'Kağız'}");
    return TestTime.at(LATER, () -> correct(reference));
  }

  private Reference correct(Reference reference) {
    desk.record("mddtClerk", reference, "{'kind': 'DRAFTED', 'on': '2026-02', 'corrects': 1}");
    Caller clerk = Caller.at(port, "mddtClerk");
    for (String path : List.of("", "/milestones/1")) {
      String address = "/api/instruments/" + reference + path;
      String tag = clerk.get(address).header("ETag");
      String change =
          path.isEmpty()
              ? "{'title': {'en': 'Is right'}, 'participatingBodies': ['health']}"
              : "{'due': '2026-10-15'}";
      accepted(clerk.patch(address, change, "If-Match", tag));
    }
    return reference;
  }

  private Reference onPaper() throws IOException {
    Reference reference =
        desk.open(
            "mddtClerk",
            """
            {'type': 'AGREEMENT', 'title': {'en': 'On paper, then moved'}, 'responsibleBody': 'mddt',
             'authenticLanguages': ['az', 'kk'], 'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""");
    String custody = "/api/instruments/" + reference + "/custody";
    Caller clerk = Caller.at(port, "mddtClerk");
    accepted(
        clerk.post(
            custody,
            "{'kind': 'REGISTERED', 'party': 'AZ', 'on': '2026-11-02', 'holder': {'body': 'mddt'}}"));
    accepted(
        clerk.post(
            custody,
            "{'kind': 'HANDED_OVER', 'original': 1, 'on': '2026-11-10', 'holder': {'body': 'mfa'}}"));
    String large = "Müqavilə. Шарт. اتفاقية.\n".repeat(20_000);
    for (String text : List.of("Layihə\n", large)) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      NewDocument said = new NewDocument("az", DocumentKind.DRAFT, "Mətn", "Sözlər");
      Upload upload = new Upload("müqavilə.txt", "text/plain", new ByteArrayResource(bytes));
      desk.as("mddtClerk", () -> documents.add(reference, said, upload));
    }
    return reference;
  }

  /** Performed before it was published and registered, so those steps are still open. */
  private Reference performed() {
    Reference reference =
        desk.open(
            "mddtClerk",
            """
            {'type': 'AGREEMENT', 'title': {'en': 'Performed, then moved'}, 'responsibleBody': 'mddt',
             'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
             'milestones': [{'kind': 'COMPLETION', 'due': '2026-10-01', 'body': 'mddt'}]}""");
    List<String> events =
        List.of(
            "{'kind': 'SIGNED', 'on': '2026-05-01', 'source': {'outlet': 'Agency'}}",
            "{'kind': 'ENTERED_INTO_FORCE', 'on': '2026-06-01', 'source': {'outlet': 'Agency'}}",
            "{'kind': 'MEASURE_DONE', 'on': '2026-09-01', 'milestone': 1}");
    TestTime.at(
        LATER,
        () -> events.stream().map(said -> desk.record("mddtClerk", reference, said)).toList());
    assertThat(desk.stage(reference)).isEqualTo(Stage.PERFORMED);
    assertThat(desk.waitsAt(reference)).contains("publish");
    return reference;
  }

  private static void accepted(Caller.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
  }

  private static void run(ArchiveCommand.OfFile command, List<String> settings) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    CommandLine line =
        CommandLine.of(settings.stream().map(each -> "--" + each).toArray(String[]::new));
    assertThat(ArchiveCommands.carryOut(command, line, stream(said), stream(said)))
        .as(said.toString(StandardCharsets.UTF_8))
        .isZero();
  }

  private static PrintStream stream(ByteArrayOutputStream target) {
    return new PrintStream(target, true, StandardCharsets.UTF_8);
  }

  /** What is in the archive, but for when it was written. */
  private static Map<String, byte[]> record(Path archive) throws IOException {
    return record(Files.readAllBytes(archive));
  }

  private static Map<String, byte[]> record(byte[] archive) {
    return Repacked.of(archive).manifest(manifest -> manifest.remove("exportedAt")).entries;
  }

  private static int login(OtherHouse other) {
    return Caller.at(other.port, "mfaManager").get("/api/instruments").status();
  }

  /** The one of the demonstration, for all. */
  private void givePasswords(OtherHouse other) {
    String hash =
        jdbc.sql("select password_hash from account where name = 'mfaManager'")
            .query(String.class)
            .single();
    other
        .jdbc
        .sql("update account set password_hash = ?, must_change = false")
        .param(hash)
        .update();
  }

  private static List<String> steps(Reference reference, Processes of) {
    return of.openSteps(reference).stream()
        .map(
            step -> step.place().key() + " " + step.groups().stream().sorted().toList() + due(step))
        .sorted()
        .toList();
  }

  private static String due(OpenStep step) {
    return " due " + step.due() + " priority " + step.priority();
  }

  private static List<JsonNode> facts(int port, Reference reference) {
    return FACTS.stream().map(fact -> get(port, "/api/instruments/" + reference + fact)).toList();
  }

  private static JsonNode get(int port, String path) {
    Caller.Answer answer = Caller.at(port, "registrar").get(path);
    accepted(answer);
    return answer.body();
  }

  private static Reference newest(List<Reference> cases) {
    return cases.stream().max(Comparator.naturalOrder()).orElseThrow();
  }
}
