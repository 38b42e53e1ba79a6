package org.chancery.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chancery.access.Account;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.Severity;
import org.chancery.instrument.Reference;
import org.chancery.process.OpenStep;
import org.jspecify.annotations.Nullable;

/**
 * A task of a person: what is to be done, in which case, by when.
 *
 * @param id its id
 * @param reference the case
 * @param title the instrument's title in the reader's language
 * @param step the step's id in the models
 * @param name what is to be done, in the reader's language
 * @param party the party whose column it is in
 * @param milestone the name of the deadline it is about, or of its kind where it has none
 * @param groups the groups that may do it
 * @param assignee who has claimed it
 * @param due its deadline as stated
 * @param dueDay the last day allowed
 * @param zone where that day ends
 * @param severity how urgent it is
 * @param fields what is to be filled in
 */
public record Task(
    String id,
    Reference reference,
    String title,
    String step,
    String name,
    @Nullable String party,
    @Nullable String milestone,
    List<String> groups,
    @Nullable String assignee,
    @Nullable StatedDate due,
    @Nullable LocalDate dueDay,
    @Nullable String zone,
    Severity severity,
    List<Field> fields) {

  /** Whether it falls to the account, or that sees every case. */
  public boolean isVisibleTo(Account account) {
    return OpenStep.isVisible(account, assignee, groups);
  }

  /** What a field takes. */
  public enum FieldType {
    /** A date as precise as it is known, EDTF. */
    DATE,
    /** A line of text. */
    TEXT,
    /** Lines of text. */
    LONG_TEXT,
    /** One of the options. */
    CHOICE,
    /** A document: uploaded to the case, and its number there sent. */
    FILE
  }

  /**
   * A field to be filled in.
   *
   * @param name its name in the completion
   * @param type what it takes
   * @param required whether it must be filled in, whatever the answer
   * @param neededFor the answers with which it must be filled in
   * @param options what to choose from
   * @param label its name for a person
   * @param help what to write there; null where the label says it
   */
  public record Field(
      String name,
      FieldType type,
      boolean required,
      List<String> neededFor,
      @Nullable List<Option> options,
      String label,
      @Nullable String help) {

    private static final Set<String> SAID_ANY_TIME =
        Set.of(Ask.SCAN.field(), Ask.REMARK.field(), Ask.REASON.field());

    /** The answers with which a form shows it; none where it shows it with each. */
    public List<String> shownWith() {
      return SAID_ANY_TIME.contains(name) ? List.of() : neededFor;
    }

    /** Whether a form shows it only when the server asks for it: a reason for a rare case. */
    public boolean waits() {
      return name.equals(Ask.REASON.field()) && !required && neededFor.isEmpty();
    }
  }

  /**
   * One of several answers.
   *
   * @param value the answer in the completion
   * @param label the answer for a person
   */
  public record Option(String value, String label) {}
}
