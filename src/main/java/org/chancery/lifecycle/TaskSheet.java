package org.chancery.lifecycle;

import java.util.List;
import java.util.Map;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Standing;
import org.chancery.document.Document;
import org.chancery.document.DocumentKind;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Event;
import org.chancery.instrument.Milestone;
import org.chancery.process.Place;
import org.jspecify.annotations.Nullable;

/**
 * All that the form of a task shows.
 *
 * @param task the task, with its fields
 * @param reader the account it is shown to
 * @param place the step it is, whichever task that is
 * @param help what is done at the step; empty for a step unknown to this version
 * @param file the case
 * @param deadline the deadline it meets; null where it meets none
 * @param before what happened last in the case, newest first
 * @param texts the texts of the case
 * @param languages in which a scan may be: the authentic ones first
 * @param scanKind what the scan is of
 * @param typed what the reader has typed and not yet sent, by the name of the field
 */
public record TaskSheet(
    Task task,
    String reader,
    Place place,
    String help,
    CaseFile file,
    @Nullable By deadline,
    List<Event> before,
    List<Document> texts,
    List<String> languages,
    DocumentKind scanKind,
    Map<String, String> typed) {

  /** An immutable copy. */
  public TaskSheet {
    before = List.copyOf(before);
    texts = List.copyOf(texts);
    languages = List.copyOf(languages);
    typed = Map.copyOf(typed);
  }

  /** What the reader has typed into the field; empty for nothing. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** The document whose number the reader has put into the field; null where it is none. */
  public @Nullable Document filed(String field) {
    return texts.stream()
        .filter(text -> String.valueOf(text.id()).equals(typed(field)))
        .findFirst()
        .orElse(null);
  }

  /**
   * A deadline with its reason.
   *
   * @param milestone what is due, and who says so
   * @param standing how it stands
   * @param finding what the rules say of it; null where there is nothing to tell
   * @param decided what was decided on it, newest first: who was reminded, why it was escalated
   * @param daysLeft how many days are left after today; null where no day is known, and when late
   */
  public record By(
      Milestone milestone,
      Standing standing,
      @Nullable Finding finding,
      List<Decision> decided,
      @Nullable Integer daysLeft) {

    /** An immutable copy. */
    public By {
      decided = List.copyOf(decided);
    }
  }
}
