package org.chancery.lifecycle;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.document.Completeness;
import org.chancery.document.Documents;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.web.Refusal;
import org.springframework.stereotype.Component;

/** What is signed is complete: in each authentic language, with all that belongs to the text. */
@Component
class CompleteTexts {

  private final Instruments instruments;
  private final Documents documents;

  CompleteTexts(Instruments instruments, Documents documents) {
    this.instruments = instruments;
    this.documents = documents;
  }

  /**
   * @throws Refusal naming what is missing, when the answer says that it was signed
   */
  void require(EventKind kind, Reference reference) {
    if (kind != EventKind.SIGNED && kind != EventKind.SIGNED_AD_REFERENDUM) {
      return;
    }
    Completeness texts = documents.completeness(instruments.known(reference));
    if (!texts.isComplete()) {
      throw Refusal.doesNotFit("/answer", "sign.incomplete", missing(texts));
    }
  }

  /** Languages by their own names, which every reader knows. */
  private static String missing(Completeness texts) {
    Stream<String> languages = texts.languages().stream().map(CompleteTexts::ownName);
    Stream<String> attachments = texts.attachments().stream().map(CompleteTexts::named);
    List<String> all = Stream.concat(languages, attachments).toList();
    return all.stream().collect(Collectors.joining("; "));
  }

  private static String named(Completeness.Missing missing) {
    String name = missing.attachment().name();
    return missing.language() == null ? name : name + " (" + ownName(missing.language()) + ")";
  }

  private static String ownName(String language) {
    Locale locale = Locale.forLanguageTag(language);
    return locale.getDisplayLanguage(locale);
  }
}
