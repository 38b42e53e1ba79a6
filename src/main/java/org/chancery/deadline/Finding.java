package org.chancery.deadline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.chancery.document.Completeness;
import org.chancery.instrument.Attachment;
import org.chancery.instrument.Basis;
import org.chancery.instrument.Closing;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Event;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Source;
import org.chancery.instrument.Target;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/**
 * Something the rules have to say: by which rule, of what, on which facts, since when.
 *
 * @param rule the id of the rule
 * @param ruleVersion its version
 * @param subject what it is about
 * @param status the status of the milestone or target, or CONTRADICTION
 * @param severity how much it matters
 * @param basis what it rests on; null where a deadline was recorded with neither basis nor source
 * @param legalBasis the citation; of a stated deadline its source; null where there is none
 * @param due by when the milestone is due, or the target to be reached; null for a contradiction
 * @param daysLate how late it is; null for a contradiction, and where nothing says by when
 * @param shortfall how much the figure of a target lacks, in its unit; null where that is not known
 * @param body the body of ours that must act
 * @param facts what it rests on
 * @param firstHeldOn the first day it held; where no fact is dated, the day of their recording
 * @param overdueSince the first day the milestone was overdue; null unless it is
 * @param explanation one or two sentences, with their facts, rule and basis
 */
public record Finding(
    String rule,
    String ruleVersion,
    Subject subject,
    Status status,
    Severity severity,
    @Nullable Basis basis,
    @Nullable String legalBasis,
    @Nullable Due due,
    @Nullable DaysLate daysLate,
    @Nullable Figure shortfall,
    @Nullable BodyCode body,
    List<Fact> facts,
    LocalDate firstHeldOn,
    @JsonIgnore @Nullable LocalDate overdueSince,
    Message explanation) {

  /** An immutable copy. */
  public Finding {
    facts = List.copyOf(facts);
  }

  /** Whether the deadline was extended. */
  @JsonProperty
  public boolean extended() {
    return facts.stream().anyMatch(fact -> fact.kind().equals(Decision.Kind.EXTENSION.name()));
  }

  /**
   * What a finding is about.
   *
   * @param reference the case
   * @param slug its short name
   * @param milestone the milestone; null when the finding is about a target, or the case
   * @param target the target, an undertaking with a figure; null when the finding is about another
   */
  public record Subject(
      Reference reference,
      @Nullable String slug,
      @Nullable Integer milestone,
      @Nullable String target) {

    /** Whether it is about the case as a whole. */
    @JsonIgnore
    public boolean isCase() {
      return milestone == null && target == null;
    }
  }

  /**
   * A fact that a finding rests on.
   *
   * @param kind the kind of the event or milestone, else PERIOD, PARTY, COMPUTED or EXTENSION; of a
   *     target TARGET, BASELINE or OBSERVATION; of what is missing TEXT, ANNEX or SIDE_LETTER; of
   *     an original ORIGINAL, GIVER, RECEIVER or HOLDER
   * @param event the number of the event
   * @param milestone the number of the milestone
   * @param party the party it is about
   * @param on the date it states; of a figure the period it covers, of a target its end
   * @param value the figure it states, in the target's unit; null for what is no figure
   * @param source where it is stated, of an extension its authority and the day it was decided;
   *     null: this house's own knowledge
   * @param body the body whose manager decided it, or that has or is to have an original; null for
   *     all else
   * @param language the language of a text, ISO 639-1; null for all else
   * @param name what an annex or side letter is called, the number of an original, who has it; null
   *     for all else
   */
  public record Fact(
      String kind,
      @Nullable Integer event,
      @Nullable Integer milestone,
      @Nullable PartyCode party,
      @Nullable StatedDate on,
      @Nullable BigDecimal value,
      @Nullable Source source,
      @Nullable BodyCode body,
      @Nullable String language,
      @Nullable String name) {

    /** A fact that is of no text. */
    Fact(
        String kind,
        @Nullable Integer event,
        @Nullable Integer milestone,
        @Nullable PartyCode party,
        @Nullable StatedDate on,
        @Nullable BigDecimal value,
        @Nullable Source source,
        @Nullable BodyCode body) {
      this(kind, event, milestone, party, on, value, source, body, null, null);
    }

    private Fact(
        String kind,
        @Nullable Integer event,
        @Nullable Integer milestone,
        @Nullable PartyCode party,
        @Nullable StatedDate on,
        @Nullable BigDecimal value,
        @Nullable Source source) {
      this(kind, event, milestone, party, on, value, source, null);
    }

    /** That the event happened. */
    static Fact of(Event event) {
      return new Fact(
          event.kind().name(), event.id(), null, event.party(), event.on(), null, event.source());
    }

    /** That the milestone was closed. */
    static Fact of(Closing closing) {
      return closing.event() == null ? dated("COMPUTED", closing.on()) : of(closing.event());
    }

    /** That managers decided so on the deadline. */
    static Fact of(Decision decision, Due due) {
      LocalDate day = Decided.dayOf(decision, due);
      Source authority =
          decision.authority() == null
              ? null
              : new Source(decision.authority(), day == null ? null : StatedDate.of(day), null);
      return new Fact(
          decision.kind().name(),
          null,
          decision.milestone(),
          null,
          decision.to(),
          null,
          authority,
          decision.body());
    }

    /** That the milestone is due. */
    static Fact of(Milestone milestone) {
      return new Fact(
          milestone.kind().name(),
          null,
          milestone.id(),
          milestone.party(),
          milestone.due(),
          null,
          milestone.source());
    }

    /** A date of the case itself: its period, or the entry into force computed from its clause. */
    static Fact dated(String kind, StatedDate on) {
      return new Fact(kind, null, null, null, on, null, null);
    }

    /** That the State or organisation is a party. */
    static Fact of(PartyCode party) {
      return new Fact("PARTY", null, null, party, null, null, null);
    }

    /** That the instrument has an authentic text in the language. */
    static Fact text(String language) {
      return new Fact("TEXT", null, null, null, null, null, null, null, language, null);
    }

    /** That an annex or side letter belongs to the text in the language. */
    static Fact of(Completeness.Missing missing) {
      Attachment attachment = missing.attachment();
      return new Fact(
          attachment.kind().name(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          missing.language(),
          attachment.name());
    }

    /**
     * That something was done with an original: who gave it, who is to have it or has it, in the
     * name the number of the original or the holder in words.
     */
    static Fact custody(
        String kind,
        @Nullable PartyCode party,
        @Nullable StatedDate on,
        @Nullable BodyCode body,
        String name) {
      return new Fact(kind, null, null, party, on, null, null, body, null, name);
    }

    /** That a figure is to be reached. */
    static Fact of(Target target) {
      return new Fact("TARGET", null, null, null, target.end(), target.value(), target.source());
    }

    /** That a figure was observed, or is the baseline. */
    static Fact of(String kind, Target.Observation figure) {
      return new Fact(kind, null, null, null, figure.period(), figure.value(), figure.source());
    }
  }
}
