package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The templates as they are written: no text that is not of a catalogue, and no script and no style
 * that the content security policy would refuse.
 */
class TemplatesTest {

  private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final Pattern SENTENCE_IN_QUOTES =
      Pattern.compile("'[^']*\\p{L}+ +\\p{L}+[^']*'|\\|[^|]*\\p{L}{2}[^|]*\\|");
  private static final Pattern EXPRESSION = Pattern.compile("[#$@*]\\{[^}]*}");

  /** What no browser shows but the maker of PDF files; it asks for its styles in the page. */
  private static final Set<String> ON_PAPER = Set.of("printout.html");

  /** Attributes that people see or hear. */
  private static final Set<String> SAID =
      Set.of("title", "aria-label", "placeholder", "alt", "label", "aria-description", "summary");

  /** Thymeleaf's attributes that become a text or an attribute that people see or hear. */
  private static final Set<String> SPOKEN =
      Set.of("th:text", "th:utext", "th:title", "th:aria-label", "th:placeholder", "th:alt");

  /** Attributes that hold a style or a script. */
  private static final Pattern OWN = Pattern.compile("(th:)?(style|on[a-z]+)|(data-)?hx-on[:-].*");

  private static final Pattern SET =
      Pattern.compile("^th:attr[a-z]*=(.*[ ,])?(style|on[a-z]+)=|^(th:)?href='?javascript:");

  static Stream<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
    }
  }

  static Stream<Path> shown() throws IOException {
    return templates().filter(template -> !ON_PAPER.contains(template.getFileName().toString()));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void everyTextIsOfACatalogue(Path template) throws IOException, ParseException {
    assertThat(faults(Files.readString(template)).said).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shown")
  void noScriptAndNoStyleStandsInAPage(Path template) throws IOException, ParseException {
    assertThat(faults(Files.readString(template)).own).isEmpty();
  }

  /** Thymeleaf replaces before it asks: what stands beside a replacement is never asked. */
  @ParameterizedTest
  @MethodSource("templates")
  void noConditionStandsBesideAReplacement(Path template) throws IOException, ParseException {
    assertThat(faults(Files.readString(template)).unasked).isEmpty();
  }

  @Test
  void aConditionBesideAReplacementIsFound() throws ParseException {
    assertThat(faults("<p th:if=\"${a}\" th:replace=\"~{parts :: late}\"></p>").unasked).hasSize(1);
    assertThat(faults("<p th:if=\"${a}\"><b th:replace=\"~{b}\"></b></p>").unasked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Overdue</p>",
        "<a title=\"Overdue\"></a>",
        "<input placeholder=\"Two letters\">",
        "<p th:text=\"'is late'\"></p>",
        "<p th:text=\"|late by ${days}|\"></p>"
      })
  void aLiteralTextIsFound(String template) throws ParseException {
    assertThat(faults(template).said).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p th:text=\"#{page.late}\"></p>",
        "<title th:text=\"|#{page.title} · ${day}|\"></title>",
        "<p> · <b th:text=\"${@reader.word('status', status)}\"></b></p>",
        "<!-- a note --><p>№</p>"
      })
  void whatIsNoTextOfALanguageIsLeftAlone(String template) throws ParseException {
    assertThat(faults(template).said).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p style=\"color: red\"></p>",
        "<p th:style=\"${colour}\"></p>",
        "<p onclick=\"go()\"></p>",
        "<p th:attr=\"style=${colour}\"></p>",
        "<p hx-on:click=\"go()\"></p>",
        "<a href=\"javascript:go()\"></a>",
        "<script>go()</script>",
        "<style>p { color: red }</style>"
      })
  void aScriptOrAStyleIsFound(String template) throws ParseException {
    assertThat(faults(template).own).isNotEmpty();
  }

  @Test
  void aScriptOfAFileIsLeftAlone() throws IOException, ParseException {
    assertThat(faults("<script th:src=\"@{/page.js}\" defer></script>").own).isEmpty();
  }

  private static Faults faults(String template) throws ParseException {
    Faults faults = new Faults();
    new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(template, faults);
    return faults;
  }

  /** What stands in a template and should not. */
  private static final class Faults extends AbstractSimpleMarkupHandler {

    private final List<String> said = new ArrayList<>();
    private final List<String> own = new ArrayList<>();
    private final List<String> unasked = new ArrayList<>();
    private boolean inStyle;

    @Override
    public void handleText(char[] buffer, int from, int length, int line, int column) {
      String text = new String(buffer, from, length);
      if (!inStyle && WORD.matcher(text).find()) {
        said.add(line + ": " + text.strip());
      }
    }

    @Override
    public void handleOpenElement(
        String element, @Nullable Map<String, String> attributes, int line, int column) {
      inStyle = element.equals("style");
      Map<String, String> given = attributes == null ? Map.of() : attributes;
      boolean file = given.keySet().stream().anyMatch(name -> name.matches("(th:)?src"));
      if (element.equals("style") || (element.equals("script") && !file)) {
        own.add(line + ": <" + element + ">");
      }
      if (given.containsKey("th:replace")
          && (given.containsKey("th:if") || given.containsKey("th:unless"))) {
        unasked.add(line + ": <" + element + ">");
      }
      given.forEach((name, value) -> attribute(line + ": " + name + "=" + value, name, value));
    }

    @Override
    public void handleCloseElement(String element, int line, int column) {
      inStyle = false;
    }

    @Override
    public void handleStandaloneElement(
        String element,
        @Nullable Map<String, String> attributes,
        boolean minimized,
        int line,
        int column) {
      handleOpenElement(element, attributes, line, column);
    }

    private void attribute(String where, String name, String value) {
      boolean literal = SAID.contains(name) && WORD.matcher(value).find();
      String filled = value.contains("|") ? EXPRESSION.matcher(value).replaceAll("") : value;
      boolean quoted = SPOKEN.contains(name) && SENTENCE_IN_QUOTES.matcher(filled).find();
      if (literal || quoted) {
        said.add(where);
      }
      if (OWN.matcher(name).matches() || SET.matcher(name + "=" + value).find()) {
        own.add(where);
      }
    }
  }
}
