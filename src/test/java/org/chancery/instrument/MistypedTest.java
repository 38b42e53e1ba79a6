package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.instrument.CaseFixture.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chancery.access.Account;
import org.chancery.instrument.RegisterFixture.Acting;
import org.chancery.instrument.RegisterFixture.Published;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/**
 * Each word of five letters or more of the demonstration's titles, in each script, mistyped once.
 */
@SpringJUnitConfig(RegisterFixture.class)
class MistypedTest {

  private static final long SEED = 20261121;

  private final Random random = new Random(SEED);
  private final Search search;
  private final Instruments instruments;
  private final JdbcClient jdbc;
  private final Acting acting;
  private final Published published;

  @Autowired
  MistypedTest(
      Search search, Instruments instruments, JdbcClient jdbc, Acting acting, Published published) {
    this.search = search;
    this.instruments = instruments;
    this.jdbc = jdbc;
    this.acting = acting;
    this.published = published;
  }

  @BeforeEach
  void empty() {
    RegisterFixture.empty(jdbc, acting, published);
  }

  @Test
  void stillFindsTheCase() throws IOException {
    int tried = 0;
    for (JsonNode title : titles()) {
      CaseFixture told = agreement();
      title.properties().forEach(each -> told.title(each.getKey(), each.getValue().asText()));
      Reference reference = instruments.open(told.opening()).reference();
      for (JsonNode text : title) {
        tried += requireFound(reference, text.asText());
      }
    }
    assertThat(tried).isGreaterThan(1_000);
  }

  private int requireFound(Reference reference, String title) {
    List<Word> words = Word.of(title).stream().filter(MistypedTest::isLong).toList();
    for (Word word : words) {
      for (String mistyped : mistyped(title.substring(word.start(), word.end()), title)) {
        String text = title.substring(0, word.start()) + mistyped + title.substring(word.end());
        assertThat(found(random.nextBoolean() ? mistyped : text))
            .as("%s in %s", mistyped, title)
            .contains(reference);
      }
    }
    return words.size() * 4;
  }

  private List<Reference> found(String text) {
    Filter filter = new Filter(null, null, null, null, null, null, text, null, null);
    return search.find(filter, Account.HOUSE, null, 1000).stream()
        .map(Instrument::reference)
        .toList();
  }

  private static boolean isLong(Word word) {
    return word.folded().length() >= 5 && Word.isForgiving(word.folded());
  }

  /** The word with a letter dropped, added, replaced and exchanged. */
  private List<String> mistyped(String word, String letters) {
    char other = letter(letters);
    int at = random.nextInt(word.length());
    int pair = random.nextInt(word.length() - 1);
    String before = word.substring(0, at);
    return List.of(
        before + word.substring(at + 1),
        before + other + word.substring(at),
        before + other + word.substring(at + 1),
        word.substring(0, pair)
            + word.charAt(pair + 1)
            + word.charAt(pair)
            + word.substring(pair + 2));
  }

  private char letter(String text) {
    List<Integer> letters = text.chars().filter(Character::isLetter).boxed().toList();
    return (char) (int) letters.get(random.nextInt(letters.size()));
  }

  private static List<JsonNode> titles() throws IOException {
    List<JsonNode> titles = new ArrayList<>();
    YAMLMapper yaml = new YAMLMapper();
    try (DirectoryStream<Path> seeds = Files.newDirectoryStream(Path.of("seeds"), "*.yaml")) {
      for (Path seed : seeds) {
        titles.add(yaml.readTree(Files.readAllBytes(seed)).path("title"));
      }
    }
    return titles;
  }
}
