package org.chancery.report.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.document.Completeness;
import org.chancery.document.Document;
import org.chancery.document.Document.Version;
import org.chancery.document.DocumentKind;
import org.chancery.document.Filing;
import org.chancery.document.TakingOut;
import org.chancery.instrument.Description;

/**
 * What the page of a case shows of its texts.
 *
 * @param documents its documents, by kind and language
 * @param missing what is missing of what the instrument says it has
 * @param isSigned whether it is the signed texts that are missing
 * @param mayFile whether the reader may add any
 * @param filing which, if so
 * @param takingOut what the reader may do to take any out
 * @param languages the languages to choose from: its authentic ones first
 */
record TextSheet(
    List<Document> documents,
    Completeness missing,
    boolean isSigned,
    boolean mayFile,
    Filing filing,
    TakingOut takingOut,
    List<String> languages) {

  private static final List<String> USUAL = List.of("az", "en", "ru", "kk", "tr", "uz", "ar");

  static TextSheet of(
      Description description,
      List<Document> documents,
      Completeness missing,
      boolean isSigned,
      boolean mayFile,
      Filing filing,
      TakingOut takingOut) {
    List<String> languages =
        Stream.concat(description.authentic().stream(), USUAL.stream()).distinct().toList();
    Comparator<Document> inOrder =
        Comparator.comparing(Document::kind)
            .thenComparing(document -> place(languages, document.language()))
            .thenComparing(Document::id);
    return new TextSheet(
        documents.stream().sorted(inOrder).toList(),
        missing,
        isSigned,
        mayFile,
        filing,
        takingOut,
        languages);
  }

  private static int place(List<String> languages, String language) {
    int place = languages.indexOf(language);
    return place < 0 ? languages.size() : place;
  }

  /** What a document that the reader adds may be. */
  public List<DocumentKind> kinds() {
    return Arrays.stream(DocumentKind.values()).filter(filing::mayAdd).toList();
  }

  /** Whether the reader may put in a new version of the document. */
  public boolean mayRevise(Document document) {
    return mayFile && filing.mayRevise(document);
  }

  /** Its versions, newest first. */
  public static List<Version> newestFirst(Document document) {
    List<Version> versions = new ArrayList<>(document.versions());
    java.util.Collections.reverse(versions);
    return versions;
  }
}
