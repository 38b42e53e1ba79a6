package org.chancery.report.web;

import java.util.List;
import java.util.Optional;
import org.chancery.deadline.EntryIntoForce;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Standing;
import org.chancery.deadline.TargetStanding;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Consent;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Event;
import org.chancery.instrument.Instrument;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Relation;
import org.chancery.instrument.Stage;
import org.chancery.instrument.Target;
import org.chancery.journal.Entry;
import org.chancery.lifecycle.Task;
import org.jspecify.annotations.Nullable;

/**
 * All that the page of a case shows.
 *
 * @param file what the register holds
 * @param kept whether the reader may correct it and record what happened
 * @param stage how far it has come
 * @param force when it enters into force, with its working
 * @param columns each party's own way; ours first
 * @param events what happened, in order, with what was corrected
 * @param deadlines the milestones with how they stand
 * @param contradictions the findings about the case as a whole
 * @param aims the undertakings with a figure, and how they stand
 * @param texts its texts, and what is missing of them
 * @param tasks what waits for a person
 * @param relations the instruments it stands to
 * @param journal its last changes, newest first
 * @param drawings its processes
 */
record CaseSheet(
    CaseFile file,
    boolean kept,
    Stage stage,
    EntryIntoForce force,
    List<Column> columns,
    List<Happened> events,
    List<Deadline> deadlines,
    List<Finding> contradictions,
    List<Aim> aims,
    TextSheet texts,
    List<Task> tasks,
    List<Related> relations,
    List<Entry> journal,
    List<Drawing> drawings) {

  /**
   * A party's own way.
   *
   * @param party the party
   * @param ours whether it is the State whose house this is
   * @param consent how it consents; null where that is unknown
   * @param events what it did
   */
  record Column(PartyCode party, boolean ours, @Nullable Consent consent, List<Event> events) {}

  /**
   * Something that happened.
   *
   * @param event the event
   * @param correctedBy the number of the event that replaces it; null while it stands
   */
  record Happened(Event event, @Nullable Integer correctedBy) {}

  /**
   * A milestone and how it stands.
   *
   * @param milestone what is stated of it
   * @param standing how it stands
   * @param finding why; null where there is nothing to tell
   * @param decided what managers decided on it, oldest first
   * @param decidable whether the reader may extend, waive or suspend it
   */
  record Deadline(
      Milestone milestone,
      Standing standing,
      @Nullable Finding finding,
      List<Decided> decided,
      boolean decidable) {}

  /**
   * What a manager decided on a milestone.
   *
   * @param decision the decision
   * @param confirmable whether the reader may confirm it
   * @param withdrawable whether the reader may withdraw it
   */
  record Decided(Decision decision, boolean confirmable, boolean withdrawable) {}

  /**
   * An undertaking with a figure and how it stands.
   *
   * @param target what is stated of it
   * @param standing how it stands
   * @param finding why; null where there is nothing to tell
   */
  record Aim(Target target, TargetStanding standing, @Nullable Finding finding) {}

  /**
   * Another instrument.
   *
   * @param instrument the other
   * @param relation how the lower stands to the upper
   * @param above whether the other is the upper
   */
  record Related(Instrument instrument, @Nullable Relation relation, boolean above) {}

  /**
   * A process as it is drawn.
   *
   * @param process its id
   * @param name its name
   * @param steps where it stands
   */
  record Drawing(String process, String name, List<Place> steps) {

    /** Those of them that have a name: a gateway that waits for its branches has none. */
    public List<Place> named() {
      return steps.stream().filter(step -> !step.name().isBlank()).toList();
    }

    /** The ids of the elements it stands at, as the drawing's script reads them. */
    public String active() {
      return String.join(" ", steps.stream().map(Place::id).toList());
    }
  }

  /**
   * An element of a process.
   *
   * @param id its id in the model
   * @param name its name in the model; empty for none
   */
  record Place(String id, String name) {}

  /** The deadline with the number. */
  Optional<Deadline> deadline(int milestone) {
    return deadlines.stream().filter(each -> each.milestone().id() == milestone).findFirst();
  }
}
