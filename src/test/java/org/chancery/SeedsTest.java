package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
  void areAccusedByNoUnknownDateAndNoPolicy() {
    JsonNode findings = lawyer().get("/api/findings?limit=200&asOf=" + TestTime.TODAY).body();
    assertThat(findings.path("items"))
        .filteredOn(each -> each.path("subject").hasNonNull("slug"))
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.path("status").asText()).isNotIn("OVERDUE", "SEVERELY_OVERDUE"));
  }

  @Test
  void haveTheirFibreLineInTheTaskListOfItsBody() {
    String fibre = seed("caspian-fibre-optic").path("reference").asText();
    assertThat(Caller.at(port, "mddtClerk").get("/api/tasks?limit=200").body().path("items"))
        .filteredOn(task -> task.path("reference").asText().equals(fibre))
        .extracting(task -> task.path("step").asText(), task -> task.path("due").asText())
        .contains(org.assertj.core.groups.Tuple.tuple("carry-out-measure", "../2026-12-31"));
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
