package org.chancery.document;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chancery.instrument.Attachment;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A fact for the judge: what papers of a case were held at some instant.
 *
 * @param texts the documents, by number; null: nobody has looked, and what is unknown is not
 *     missing
 * @param custody what was done with the paper originals, in the order of recording; null: nobody
 *     has looked
 */
public record Papers(@Nullable List<Document> texts, @Nullable List<CustodyAct> custody) {

  /** Nobody has looked. */
  public static final Papers UNKNOWN = new Papers(null, null);

  /** There are none. */
  public static final Papers NONE = new Papers(List.of(), List.of());

  /** An immutable copy. */
  public Papers {
    texts = texts == null ? null : List.copyOf(texts);
    custody = custody == null ? null : List.copyOf(custody);
  }

  /** The texts of a case for whose originals nobody has looked. */
  public Papers(@Nullable List<Document> texts) {
    this(texts, null);
  }

  /** The originals as they stood when the day was over in the zone; none where nobody looked. */
  public List<Original> originals(LocalDate day, ZoneId zone) {
    return custody == null ? List.of() : Original.on(day, zone, custody);
  }

  /**
   * The papers of many cases, found together.
   *
   * @param byCase those that were found
   */
  public record OfCases(Map<Reference, Papers> byCase) {

    /** An immutable copy. */
    public OfCases {
      byCase = Map.copyOf(byCase);
    }

    /** Those of the case; unknown, where nobody has looked. */
    public Papers of(Reference reference) {
      return byCase.getOrDefault(reference, UNKNOWN);
    }
  }

  /** Whether somebody has looked for texts. */
  public boolean isKnown() {
    return texts != null;
  }

  /** Whether a text of the instrument is there in the language: a draft, initialled or signed. */
  boolean haveText(String language) {
    return have(each -> each.kind().isText() && each.language().equals(language));
  }

  /** Whether the signed text is there in the language. */
  boolean haveSignedText(String language) {
    return have(each -> each.kind() == DocumentKind.SIGNED && each.language().equals(language));
  }

  /** Whether the annex or side letter is there in the language. */
  boolean have(Attachment attachment, String language) {
    return have(each -> each.language().equals(language) && is(each, attachment));
  }

  /** Whether the annex or side letter is there in some language. */
  boolean have(Attachment attachment) {
    return have(each -> is(each, attachment));
  }

  private static boolean is(Document document, Attachment attachment) {
    return document.kind().name().equals(attachment.kind().name())
        && isNamed(document, attachment.name());
  }

  /** However one writes it: capitals and blanks say nothing. */
  private static boolean isNamed(Document document, String name) {
    return document.name() != null && document.name().strip().equalsIgnoreCase(name.strip());
  }

  private boolean have(Predicate<Document> wanted) {
    return Stream.ofNullable(texts).flatMap(List::stream).filter(Document::isHeld).anyMatch(wanted);
  }
}
