package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The demonstration's cases, as its users find them. */
@ChanceryTest
class SeedsTest {

  @LocalServerPort int port;
  @Autowired Desk desk;

  static List<String> slugs() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  @Test
  void areThirty() throws IOException {
    assertThat(slugs()).hasSize(30);
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void answerBySlugWithTheirSources(String slug) {
    JsonNode seed = seed(slug);
    assertThat(seed.path("slug").asText()).isEqualTo(slug);
    assertThat(seed.path("sources")).isNotEmpty().allMatch(each -> each.hasNonNull("outlet"));
    assertThat(seed.path("title").path("en").asText()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void runWhereTheyStandAsLongAsTheyAreOpen(String slug) {
    JsonNode seed = seed(slug);
    Reference reference = new Reference(seed.path("reference").asText());
    boolean open = !seed.path("stage").asText().equals("PERFORMED");
    assertThat(desk.isRunning(reference)).isEqualTo(open);
    boolean unknown = seed.path("stage").asText().equals("UNKNOWN");
    assertThat(desk.waitsAt(reference).contains("clarify-stage")).isEqualTo(unknown);
  }

  @Test
  void areAccusedByNoUnknownDateAndNoPolicy() throws IOException {
    List<String> seeds = slugs();
    JsonNode findings = lawyer().get("/api/findings?limit=200&asOf=" + TestTime.TODAY).body();
    assertThat(findings.path("items"))
        .filteredOn(each -> seeds.contains(each.path("subject").path("slug").asText()))
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.path("status").asText()).isNotIn("OVERDUE", "SEVERELY_OVERDUE"));
  }

  @Test
  void haveTheirTargetsJudgedByWhatIsKnownOfThem() {
    String trade = "trade-turnover-target";
    assertThat(ofTargets(trade, "2026-11-21")).isEmpty();
    assertThat(ofTargets(trade, "2028-10-31")).isEmpty();
    assertThat(ofTargets(trade, "2028-11-01")).containsExactly("target-unmeasured");
    assertThat(ofTargets(trade, "2031-01-01")).containsExactly("target-unmeasured");
    for (String day : List.of("2026-11-21", "2028-11-01", "2031-01-01")) {
      assertThat(ofTargets("middle-corridor-freight-target", day))
          .containsExactly("target-not-computable");
      assertThat(ofTargets("socar-kmg-oil-transit", day)).containsExactly("target-unmeasured");
    }
  }

  @Test
  void keepTheConflictingFiguresOfTheTradeTurnoverSideBySide() {
    String reference = seed("trade-turnover-target").path("reference").asText();
    JsonNode figures =
        lawyer()
            .get("/api/instruments/" + reference + "/targets/turnover/observations")
            .body()
            .path("items");
    assertThat(figures)
        .extracting(each -> each.path("period").asText() + " " + each.path("value").asText())
        .containsExactly(
            "2023 529400000",
            "2024 500000000",
            "2024 470000000",
            "2024 470000000",
            "2025-01/2025-08 547000000",
            "2025-01/2025-08 547000000");
  }

  @Test
  void haveTheirFibreLineInTheTaskListOfItsBody() {
    String fibre = seed("caspian-fibre-optic").path("reference").asText();
    assertThat(Caller.at(port, "mddtClerk").get("/api/tasks?limit=200").body().path("items"))
        .filteredOn(task -> task.path("reference").asText().equals(fibre))
        .extracting(task -> task.path("step").asText(), task -> task.path("due").asText())
        .contains(org.assertj.core.groups.Tuple.tuple("carry-out-measure", "../2026-12-31"));
  }

  /** The rules that speak of the case's targets on the day. */
  private List<String> ofTargets(String slug, String day) {
    String reference = seed(slug).path("reference").asText();
    JsonNode findings =
        lawyer().get("/api/instruments/" + reference + "/findings?asOf=" + day).body();
    return StreamSupport.stream(findings.path("items").spliterator(), false)
        .filter(each -> each.path("subject").hasNonNull("target"))
        .peek(each -> assertThat(each.path("status").asText()).isEqualTo("NOT_COMPUTABLE"))
        .map(each -> each.path("rule").asText())
        .toList();
  }

  private JsonNode seed(String slug) {
    JsonNode items = lawyer().get("/api/instruments?slug=" + slug).body().path("items");
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private Caller lawyer() {
    return Caller.at(port, "lawyer");
  }
}
