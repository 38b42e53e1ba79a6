package org.chancery.document;

import java.util.ArrayList;
import java.util.List;
import org.chancery.document.Document.Version;
import org.chancery.document.Extract.Lines;
import org.chancery.document.Extract.Nothing;
import org.chancery.instrument.Reference;
import org.chancery.web.Message;
import org.chancery.web.Refusal;
import org.springframework.stereotype.Component;

/** What the documents of a case say, and how their versions differ. */
@Component
public class Texts {

  private final Documents documents;
  private final Extraction extraction;

  Texts(Documents documents, Extraction extraction) {
    this.documents = documents;
    this.extraction = extraction;
  }

  /**
   * Two versions of a document side by side.
   *
   * @throws Refusal when there is no such document that the account may see, or no such version
   */
  public Comparison compare(Reference reference, int id, int from, int to) {
    Document document = documents.get(reference, id);
    Version one = document.version(from);
    Version other = document.version(to);
    List<Message> notes = new ArrayList<>();
    List<Comparison.Row> rows = new ArrayList<>();
    if (lines(one, notes) instanceof Lines left && lines(other, notes) instanceof Lines right) {
      rows.addAll(SideBySide.of(left.lines(), right.lines()));
    }
    return new Comparison(document, one, other, rows, notes);
  }

  /** What can be compared of the version; what cannot is noted. */
  private Extract lines(Version version, List<Message> notes) {
    Extract extract = extraction.of(version);
    if (extract instanceof Nothing nothing) {
      notes.add(nothing.why());
      return extract;
    }
    Lines lines = (Lines) extract;
    if (lines.isCut() || lines.lines().size() > SideBySide.MOST_LINES) {
      notes.add(Message.of("document.unread.cut", version.number(), version.fileName()));
      int most = Math.min(lines.lines().size(), SideBySide.MOST_LINES);
      return new Lines(lines.lines().subList(0, most), true);
    }
    return lines;
  }
}
