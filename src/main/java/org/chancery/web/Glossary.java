package org.chancery.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The legal terms of the pages in each language, each with the published text in which it was found
 * with this meaning; a term that was not is unreviewed.
 */
@Component
public final class Glossary {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setTrim(true)
          .get();

  private final List<Term> terms;

  /**
   * @throws IllegalStateException where a term lacks a language, or a source its term
   */
  Glossary(
      @Value("classpath:rules/web/glossary.csv") Resource terms,
      @Value("classpath:rules/web/glossary-sources.csv") Resource sources) {
    Map<String, Map<String, String>> found = new HashMap<>();
    for (CSVRecord row : rows(sources)) {
      found
          .computeIfAbsent(row.get("term"), unknown -> new HashMap<>())
          .put(row.get("language"), row.get("source"));
    }
    this.terms = rows(terms).stream().map(row -> Term.of(row, found)).toList();
    if (!found.isEmpty()) {
      throw new IllegalStateException("glossary-sources.csv names no terms: " + found.keySet());
    }
  }

  /** Every term, in the order of the table. */
  public List<Term> terms() {
    return terms;
  }

  /** How many of the terms are unreviewed in the language. */
  public int unreviewed(Locale locale) {
    return (int) terms.stream().filter(term -> term.source(locale).isEmpty()).count();
  }

  private static List<CSVRecord> rows(Resource table) {
    try (Reader text = new InputStreamReader(table.getInputStream(), StandardCharsets.UTF_8);
        CSVParser rows = CSVParser.parse(text, FORMAT)) {
      return rows.getRecords();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + table, unreadable);
    }
  }

  /**
   * One meaning and what it is called.
   *
   * @param id what the table calls it
   * @param word the key in {@code messages/word} under which the pages say it; null where they do
   *     not
   * @param texts what it is called, by language
   * @param sources where it was found, by language
   */
  public record Term(
      String id, @Nullable String word, Map<String, String> texts, Map<String, String> sources) {

    private static Term of(CSVRecord row, Map<String, Map<String, String>> found) {
      Map<String, String> texts =
          Locales.SPOKEN.stream()
              .map(Locale::getLanguage)
              .collect(Collectors.toMap(language -> language, language -> text(row, language)));
      @Nullable Map<String, String> sources = found.remove(row.get("term"));
      String word = row.get("word");
      return new Term(
          row.get("term"),
          word.isEmpty() ? null : word,
          texts,
          sources == null ? Map.of() : Map.copyOf(sources));
    }

    private static String text(CSVRecord row, String language) {
      String text = row.get(language);
      if (text.isEmpty()) {
        throw new IllegalStateException("glossary.csv: " + row.get("term") + " lacks " + language);
      }
      return text;
    }

    /** What it is called in the language. */
    public String text(Locale locale) {
      return texts.getOrDefault(locale.getLanguage(), id);
    }

    /** The published text in which it was found; empty where it is unreviewed. */
    public Optional<String> source(Locale locale) {
      return Optional.ofNullable(sources.get(locale.getLanguage()));
    }
  }
}
