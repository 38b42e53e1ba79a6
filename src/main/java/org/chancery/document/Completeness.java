package org.chancery.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.chancery.instrument.Attachment;
import org.chancery.instrument.Description;

/**
 * What is missing of the texts that an instrument says it has: an authentic text in each of its
 * languages, and in each of them what belongs to it. Where no authentic language is stated nothing
 * is missing: unknown is not "not done".
 *
 * @param languages the authentic languages in which there is no text
 * @param attachments the annexes and side letters that are missing, each in one language
 */
public record Completeness(List<String> languages, List<Missing> attachments) {

  /**
   * An annex or side letter that is missing in a language.
   *
   * @param attachment what the text says belongs to it
   * @param language the authentic language in which it is not there
   */
  public record Missing(Attachment attachment, String language) {}

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
    List<Missing> missing = new ArrayList<>();
    for (Attachment attachment : description.attached()) {
      description.authentic().stream()
          .filter(language -> !held.have(attachment, language))
          .forEach(language -> missing.add(new Missing(attachment, language)));
    }
    return new Completeness(
        description.authentic().stream().filter(language -> !haveText.test(language)).toList(),
        missing);
  }
}
