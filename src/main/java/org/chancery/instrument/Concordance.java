package org.chancery.instrument;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.database.Insertion;
import org.chancery.database.Insertions;
import org.chancery.instrument.Columns.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which words stand in which case, and by what a word is found that was not typed as it stands:
 * written in the transaction of each change. The words are those of the titles in all languages, of
 * the reference, of the slug, and of the numbers of acts and notes; the names of parties are known
 * by {@link PartyNames}.
 */
@Repository
class Concordance {

  private static final int BATCH = 500;

  private static final Insertion<Key> KEY =
      Insertion.<Key>into("word_key")
          .text("kind", Key::kind)
          .text("text", Key::text)
          .text("word", Key::word);

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final PartyNames parties;

  Concordance(JdbcClient jdbc, JdbcTemplate batch, PartyNames parties) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.parties = parties;
  }

  /** Adds to the rows the words of a case that is new. */
  void add(CaseFile file, Insertions rows) {
    add(file.reference(), words(file), rows);
  }

  /** Keeps the words of the case as it is now, and no others. */
  void write(CaseFile file) {
    Reference reference = file.reference();
    Set<String> words = words(file);
    Set<String> kept = kept(reference);
    Insertions rows = new Insertions();
    add(reference, words.stream().filter(word -> !kept.contains(word)).toList(), rows);
    rows.write(batch);
    List<String> gone = kept.stream().filter(word -> !words.contains(word)).toList();
    batch.batchUpdate(
        "delete from case_word where word = ? and reference = ?",
        gone,
        BATCH,
        (statement, word) -> {
          statement.setString(1, word);
          statement.setString(2, reference.value());
        });
  }

  /** Adds to the rows the words of an event that its case does not have. */
  void add(Reference reference, Event event, Insertions rows) {
    Set<String> words = words(event).collect(toSet());
    if (!words.isEmpty()) {
      words.removeAll(kept(reference));
      add(reference, words, rows);
    }
  }

  /** What the text looks for; null where it says nothing. */
  @Nullable Sought sought(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    List<String> words = Sought.words(text);
    Set<String> candidates = candidates(words);
    List<Sought.Meant> meant = new ArrayList<>();
    for (String word : words) {
      meant.add(meant(word, meant.size() == words.size() - 1, candidates));
    }
    return new Sought(meant);
  }

  private Sought.Meant meant(String word, boolean last, Set<String> candidates) {
    boolean forgiving = Word.isForgiving(word);
    return new Sought.Meant(
        word,
        last,
        candidates.stream().filter(each -> forgiving && Word.isOneOff(word, each)).collect(toSet()),
        Map.of(
            Closeness.EXACT,
            parties.called(word),
            Closeness.BEGINNING,
            last ? parties.called(each -> each.startsWith(word)) : Set.of(),
            Closeness.ONE_LETTER_OFF,
            forgiving ? parties.called(each -> Word.isOneOff(word, each)) : Set.of()));
  }

  /** The words that share what is left when a letter is dropped: all that are one off, and more. */
  private Set<String> candidates(List<String> words) {
    Set<String> left =
        words.stream()
            .filter(Word::isForgiving)
            .flatMap(word -> Word.droppings(word).stream())
            .collect(toSet());
    return left.isEmpty()
        ? Set.of()
        : jdbc.sql("select distinct word from word_key where text in (:left) and kind = 'D'")
            .param("left", left)
            .query(String.class)
            .set();
  }

  private void add(Reference reference, Collection<String> words, Insertions rows) {
    if (!words.isEmpty()) {
      rows.add(Columns.WORD, Row.of(reference, words))
          .add(KEY, unknown(words).stream().flatMap(Key::of).toList());
    }
  }

  /**
   * Those of the words that nothing is found by yet. Each is asked for as it stands: as many words
   * may begin like it as there are cases.
   */
  private Set<String> unknown(Collection<String> words) {
    Set<String> unknown = new LinkedHashSet<>(words);
    unknown.removeAll(
        jdbc.sql(
                """
                select k.word from (values :words) each (word)
                join word_key k on k.kind = 'B' and k.text = each.word and k.word = each.word""")
            .param("words", words.stream().map(word -> new Object[] {word}).toList())
            .query(String.class)
            .set());
    return unknown;
  }

  private Set<String> kept(Reference reference) {
    return new HashSet<>(
        jdbc.sql("select word from case_word where reference = ?")
            .param(reference.value())
            .query(String.class)
            .list());
  }

  private static Set<String> words(CaseFile file) {
    Description description = file.description();
    Stream<@Nullable String> names = Stream.of(file.reference().value(), description.slug());
    Stream<String> titles = description.title().byLanguage().values().stream();
    return Stream.concat(
            Stream.concat(names, titles).filter(Objects::nonNull).flatMap(Concordance::words),
            file.events().stream().flatMap(Concordance::words))
        .collect(toCollection(LinkedHashSet::new));
  }

  private static Stream<String> words(Event event) {
    return Stream.concat(words(event.act()), words(event.note()));
  }

  private static Stream<String> words(@Nullable String text) {
    return Word.of(text).stream().map(Word::folded);
  }

  /** By what a word is found. */
  private record Key(String kind, String text, String word) {

    static Stream<Key> of(String word) {
      Stream<Key> open = Word.beginnings(word).stream().map(text -> new Key("B", text, word));
      return Word.isSpelled(word)
          ? Stream.concat(open, Word.droppings(word).stream().map(text -> new Key("D", text, word)))
          : open;
    }
  }
}
