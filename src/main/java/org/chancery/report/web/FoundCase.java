package org.chancery.report.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Closeness;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Searching.Hit;
import org.chancery.instrument.Sought;
import org.chancery.instrument.Sought.Piece;
import org.chancery.instrument.Title;

/**
 * A case as the search shows it, with what was looked for marked in it.
 *
 * @param file the case
 * @param isClose whether only a word that is one letter off made it fit
 * @param titles its title in the reader's language, then another that has more of the words
 * @param reference its reference
 * @param numbers its slug and the numbers of its acts and notes that have one of the words
 * @param parties its parties, those looked for first
 * @param sought what was looked for
 */
record FoundCase(
    CaseFile file,
    boolean isClose,
    List<Line> titles,
    List<Piece> reference,
    List<List<Piece>> numbers,
    List<PartyCode> parties,
    Sought sought) {

  /**
   * A title.
   *
   * @param language its language, as ISO 639-1
   * @param pieces the title in pieces
   */
  record Line(String language, List<Piece> pieces) {

    long found() {
      return pieces.stream().filter(Piece::found).count();
    }
  }

  static FoundCase of(Hit hit, Sought sought, Locale locale) {
    CaseFile file = hit.file();
    return new FoundCase(
        file,
        hit.closeness() == Closeness.ONE_LETTER_OFF,
        titles(file.description().title(), sought, locale),
        sought.pieces(file.reference().value()),
        numbers(file).filter(sought::isIn).distinct().map(sought::pieces).toList(),
        file.description().parties().stream()
            .map(party -> party.code())
            .sorted(Comparator.comparing(code -> !sought.names(code)))
            .toList(),
        sought);
  }

  /** The title that the reader reads, then the one of another language that has most, if more. */
  private static List<Line> titles(Title title, Sought sought, Locale locale) {
    Map<String, String> all = title.byLanguage();
    String own = title.languageIn(locale);
    Line first = new Line(own, sought.pieces(all.get(own)));
    Optional<Line> better =
        all.entrySet().stream()
            .map(each -> new Line(each.getKey(), sought.pieces(each.getValue())))
            .filter(line -> line.found() > first.found())
            .max(Comparator.comparingLong(Line::found));
    return Stream.concat(Stream.of(first), better.stream()).toList();
  }

  private static Stream<String> numbers(CaseFile file) {
    return Stream.concat(
            Stream.of(Optional.ofNullable(file.description().slug())),
            file.events().stream()
                .flatMap(
                    event ->
                        Stream.of(
                            Optional.ofNullable(event.act()), Optional.ofNullable(event.note()))))
        .flatMap(Optional::stream);
  }
}
