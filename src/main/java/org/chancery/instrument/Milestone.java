package org.chancery.instrument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of a case.
 *
 * @param id its number within the case, from 1
 * @param kind what it is for
 * @param name what is to be done
 * @param due its deadline as stated; null when none is stated
 * @param planned a hoped-for date, never a deadline
 * @param statedAs the deadline in words
 * @param body the body that must act
 * @param party the party whose deadline it is
 * @param basis what the deadline rests on; null where nobody has said
 * @param source where it is stated
 * @param statutory the statutory term that sets it; null when it is stated
 * @param recordedAt when it was recorded
 */
public record Milestone(
    int id,
    MilestoneKind kind,
    @Nullable Title name,
    @Nullable StatedDate due,
    @Nullable StatedDate planned,
    @Nullable String statedAs,
    @Nullable BodyCode body,
    @Nullable PartyCode party,
    @Nullable Basis basis,
    @Nullable Source source,
    @Nullable Statutory statutory,
    Instant recordedAt) {

  /** The same deadline, of which something else is said. */
  Milestone saying(NewMilestone said) {
    return new Milestone(
        id,
        said.kind(),
        said.name(),
        said.due(),
        said.planned(),
        said.statedAs(),
        said.body(),
        said.party(),
        said.basis(),
        said.source(),
        statutory,
        recordedAt);
  }

  /** The same with another hoped-for date. */
  public Milestone plannedFor(@Nullable StatedDate date) {
    return new Milestone(
        id, kind, name, due, date, statedAs, body, party, basis, source, statutory, recordedAt);
  }

  /**
   * Whether it accuses anybody in the house of that State: what another State's own law sets stands
   * in its own column as information.
   */
  public boolean isOf(PartyCode home) {
    return statutory == null || party == null || party.equals(home);
  }

  /** What it rests on: where only a source is named, on that; null where nobody has said. */
  public @Nullable Basis restsOn() {
    boolean isCited = basis == null && source != null;
    return isCited ? Basis.STATED : basis;
  }

  /** Whether it is the law that sets it, so that nobody here may move or lift it. */
  @JsonIgnore
  public boolean isSetByLaw() {
    return statutory != null && basis == Basis.LAW;
  }

  /** The same under another number. */
  public Milestone numbered(int number) {
    return new Milestone(
        number,
        kind,
        name,
        due,
        planned,
        statedAs,
        body,
        party,
        basis,
        source,
        statutory,
        recordedAt);
  }

  /**
   * That a statutory term sets the deadline, so that its day is computed.
   *
   * @param id the id of the term's row in the table of statutory terms
   * @param event the event it counts from, where each such event has a term of its own
   */
  public record Statutory(String id, @Nullable Integer event) {}
}
