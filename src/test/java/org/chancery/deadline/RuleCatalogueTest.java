package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chancery.Golden;
import org.chancery.web.Catalogues;
import org.junit.jupiter.api.Test;

/** Every rule is wired, tested, explained, and listed in {@code docs/generated/rules.md}. */
class RuleCatalogueTest {

  private static final List<Rule> RULES = A.JUDGE.catalogue();

  @Test
  void eachRuleHasATestNamedAsItsTitle() {
    assertThat(RULES).isNotEmpty();
    for (Rule rule : RULES) {
      assertThat(testsOf(rule)).as(rule.file()).contains(testName(rule));
    }
  }

  @Test
  void noTwoRulesHaveOneId() {
    assertThat(RULES).extracting(Rule::id).doesNotHaveDuplicates();
  }

  @Test
  void eachRuleThatReportsExplainsItself() {
    Catalogues messages = new Catalogues("messages/finding");
    for (Rule rule : RULES) {
      if (rule.status().isReported()) {
        String text = messages.getMessage("finding." + rule.id(), null, Locale.ENGLISH);
        assertThat(text).as(rule.id()).endsWith(".");
      }
    }
  }

  @Test
  void thePageListsEachRule() throws IOException {
    Golden.check("rules.md", page(), getClass());
  }

  private static String page() {
    String rows = RULES.stream().map(RuleCatalogueTest::row).collect(Collectors.joining());
    return """
    # The rules

    Made from the rules themselves. A finding about a deadline has the deadline's own basis; the basis here is the rule's.

    | Rule | Says | Status | Basis | Counts days | Stands in | Its test |
    | --- | --- | --- | --- | --- | --- | --- |
    """
        + rows;
  }

  private static String row(Rule rule) {
    String basis = rule.legalBasis() == null ? "" : ": " + rule.legalBasis();
    return "| `%s` v%s | %s | %s | %s%s | %s | `%s` | `%s.%s` |\n"
        .formatted(
            rule.id(),
            rule.version(),
            rule.title(),
            rule.status(),
            rule.basis(),
            basis,
            rule.days() == null ? "" : rule.days(),
            rule.file(),
            testClass(rule),
            testName(rule));
  }

  private static List<String> testsOf(Rule rule) {
    try {
      Class<?> tests =
          Class.forName(RuleCatalogueTest.class.getPackageName() + "." + testClass(rule));
      return Arrays.stream(tests.getDeclaredMethods()).map(Method::getName).toList();
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(rule.file() + " has no " + testClass(rule), missing);
    }
  }

  private static String testClass(Rule rule) {
    return rule.file().replace(".drl", "Test");
  }

  private static String testName(Rule rule) {
    String[] words = rule.title().replaceAll("[^A-Za-z0-9 ]", "").split(" +");
    return words[0].toLowerCase(Locale.ROOT)
        + Arrays.stream(words)
            .skip(1)
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
  }
}
