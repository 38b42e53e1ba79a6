package org.chancery.document;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chancery.instrument.Attachment;
import org.chancery.instrument.Description;
import org.jspecify.annotations.Nullable;

/**
 * What is missing of the texts that an instrument says it has: an authentic text in each of its
 * languages, and in each of them what belongs to it. Where no authentic language is stated no text
 * is missing (unknown is not "not done"), and what belongs to it is there in some language.
 *
 * @param languages the authentic languages in which there is no text
 * @param attachments the annexes and side letters that are missing, each in one language or in all
 */
public record Completeness(List<String> languages, List<Missing> attachments) {

  /**
   * An annex or side letter that is missing in a language.
   *
   * @param attachment what the text says belongs to it
   * @param language the authentic language in which it is not there; null: it is not there in any
   */
  public record Missing(Attachment attachment, @Nullable String language) {}

  /** An immutable copy. */
  public Completeness {
    languages = List.copyOf(languages);
    attachments = List.copyOf(attachments);
  }

  /** Whether nothing is missing. */
  public boolean isComplete() {
    return languages.isEmpty() && attachments.isEmpty();
  }

  /** Before signing: a draft or an initialled text will do. */
  public static Completeness toSign(Description description, Papers held) {
    return of(description, held, held::haveText);
  }

  /** After signing: only the signed text will do. */
  public static Completeness onceSigned(Description description, Papers held) {
    return of(description, held, held::haveSignedText);
  }

  private static Completeness of(Description description, Papers held, Predicate<String> haveText) {
    List<String> authentic = description.authentic();
    return new Completeness(
        authentic.stream().filter(language -> !haveText.test(language)).toList(),
        description.attached().stream()
            .flatMap(attachment -> missing(attachment, authentic, held))
            .toList());
  }

  private static Stream<Missing> missing(
      Attachment attachment, List<String> authentic, Papers held) {
    if (authentic.isEmpty()) {
      return held.have(attachment) ? Stream.empty() : Stream.of(new Missing(attachment, null));
    }
    return authentic.stream()
        .filter(language -> !held.have(attachment, language))
        .map(language -> new Missing(attachment, language));
  }
}
