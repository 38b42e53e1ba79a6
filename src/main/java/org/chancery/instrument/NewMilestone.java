package org.chancery.instrument;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a milestone when it is added or corrected; see {@link Milestone}.
 *
 * @param kind what it is for
 * @param name what is to be done
 * @param due its deadline as stated
 * @param planned a hoped-for date
 * @param statedAs the deadline in words
 * @param body the body that must act
 * @param party the party whose deadline it is
 * @param basis what the deadline rests on; with a source and without a basis it is stated by that
 * @param source where it is stated
 */
public record NewMilestone(
    @NotNull MilestoneKind kind,
    @Nullable Title name,
    @Nullable StatedDate due,
    @Nullable StatedDate planned,
    @Size(max = 500) @Nullable String statedAs,
    @Nullable BodyCode body,
    @Nullable PartyCode party,
    @Nullable Basis basis,
    @Valid @Nullable Source source) {

  /** What is said of the milestone now. */
  public static NewMilestone of(Milestone milestone) {
    return new NewMilestone(
        milestone.kind(),
        milestone.name(),
        milestone.due(),
        milestone.planned(),
        milestone.statedAs(),
        milestone.body(),
        milestone.party(),
        milestone.basis(),
        milestone.source());
  }

  Milestone numbered(int id, Instant at) {
    return new Milestone(
        id, kind, name, due, planned, statedAs, body, party, basis, source, null, at);
  }
}
