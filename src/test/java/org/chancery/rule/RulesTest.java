package org.chancery.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.PathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

class RulesTest {

  private static final String LONG_WORDS =
      """
      package org.chancery.words
      global java.util.Collection said

      rule "A word of more than five letters is long"
        @id("long") @version("3")
      when
        $word : String( length() > 5 )
      then
        said.add(drools.getRule().getName() + ": " + $word);
      end
      """;

  @Test
  void aRuleAddsToTheCollector() {
    assertThat(run(base(LONG_WORDS), "treaty", "note"))
        .containsExactly("A word of more than five letters is long: treaty");
  }

  @Test
  void aRunSeesNoFactOfTheRunBefore() {
    RuleBase base = base(LONG_WORDS);
    run(base, "treaty");
    assertThat(run(base, "note")).isEmpty();
  }

  @Test
  void manyThreadsRunAtOnce() {
    RuleBase base = base(LONG_WORDS);
    List<Collection<String>> said =
        IntStream.range(0, 500).parallel().mapToObj(i -> run(base, "treaty" + i, "note")).toList();
    assertThat(said).allSatisfy(each -> assertThat(each).hasSize(1)).doesNotHaveDuplicates();
  }

  @Test
  void aRuleSaysWhatItIs() {
    assertThat(base(LONG_WORDS).rules())
        .containsExactly(
            new RuleText(
                "A word of more than five letters is long",
                "Words.drl",
                Map.of("id", "long", "version", "3")));
  }

  @Test
  void aMissingAnnotationIsNamed() {
    RuleText rule = base(LONG_WORDS).rules().get(0);
    assertThatIllegalStateException()
        .isThrownBy(() -> rule.the("basis"))
        .withMessageContaining("Words.drl")
        .withMessageContaining("@basis");
  }

  @Test
  void aMalformedRuleStopsTheStartWithFileAndReason() {
    assertThatIllegalStateException()
        .isThrownBy(() -> base(LONG_WORDS.replace("length() > 5", "length() >")))
        .withMessageContaining("Words.drl line ");
  }

  @Test
  void aRuleOfAnUnknownPropertyStopsTheStartWithFileAndReason() {
    assertThatIllegalStateException()
        .isThrownBy(() -> base(LONG_WORDS.replace("length() > 5", "depth > 5")))
        .withMessageContaining("Words.drl")
        .withMessageContaining("depth");
  }

  @Test
  void aTitleMayStandOnlyOnce() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Rules.build("words", Map.of("A.drl", LONG_WORDS, "B.drl", LONG_WORDS)))
        .withMessageContaining("B.drl")
        .withMessageContaining("A.drl");
  }

  @Test
  void aTextMayLieInOneFolderOnly() throws IOException {
    ResourcePatternResolver folders = mock(ResourcePatternResolver.class);
    when(folders.getResources("classpath*:rules/words/*.drl"))
        .thenReturn(new Resource[] {words(), words()});
    assertThatIllegalStateException()
        .isThrownBy(() -> new Rules(folders).base("words"))
        .withMessage("Words.drl lies in rules/words twice");
  }

  private static Resource words() {
    return new ByteArrayResource(LONG_WORDS.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getFilename() {
        return "Words.drl";
      }
    };
  }

  @Test
  void anEmptyFolderStopsTheStart() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Rules(new PathMatchingResourcePatternResolver()).base("nowhere"))
        .withMessageContaining("rules/nowhere");
  }

  @Test
  void whatWasBuiltSaysTheSameAndHoldsForTheVerySameTextsOnly(@TempDir Path folder)
      throws IOException {
    Map<String, String> texts = Map.of("Words.drl", LONG_WORDS);
    Path file = folder.resolve("words.zip");
    assertThat(BuiltRules.read(new PathResource(file), texts)).isEmpty();
    BuiltRules.write(Rules.module("words", texts), file);
    assertThat(BuiltRules.read(new PathResource(file), texts))
        .get()
        .satisfies(
            built ->
                assertThat(run(Rules.base(built.base(), texts), "treaty", "note"))
                    .containsExactly("A word of more than five letters is long: treaty"));
    assertThat(BuiltRules.read(new PathResource(file), Map.of("Words.drl", LONG_WORDS + " ")))
        .isEmpty();
    assertThat(BuiltRules.read(new PathResource(file), Map.of("Others.drl", LONG_WORDS))).isEmpty();
  }

  /** The start of the house need not build what its own build has built. */
  @Test
  void theRulesOfTheHouseAreBuiltWithIt() {
    PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    assertThat(
            BuiltRules.read(
                resources.getResource("classpath:" + BuiltRules.file("deadline")),
                new Rules(resources).texts("deadline")))
        .as("built by mvn process-classes")
        .isPresent();
  }

  private static RuleBase base(String drl) {
    return Rules.build("words", Map.of("Words.drl", drl));
  }

  private static Collection<String> run(RuleBase base, String... words) {
    Collection<String> said = Collections.synchronizedList(new ArrayList<>());
    base.run(List.of(words), Map.of("said", said));
    return said;
  }
}
