package org.chancery.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.access.BodyCode;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say while they look at one case. Of all that is said of a milestone or target the
 * first in the order of {@link Status} stands; so the order in which rules fire never matters.
 */
public final class Verdicts {

  private final Map<String, Rule> ruleByTitle;
  private final Map<Integer, OfMilestone> byMilestone = new HashMap<>();
  private final Map<String, OfTarget> byTarget = new HashMap<>();
  private final List<OfRecord> contradictions = new ArrayList<>();

  Verdicts(Map<String, Rule> ruleByTitle) {
    this.ruleByTitle = ruleByTitle;
  }

  /** The rule says its status of the milestone. */
  public void says(String title, Deadline deadline) {
    add(new OfMilestone(rule(title), deadline, null));
  }

  /** The rule says its status of the milestone, since the day. */
  public void says(String title, Deadline deadline, LocalDate since) {
    add(new OfMilestone(rule(title), deadline, since));
  }

  /** The rule says its status of the target, since the day. */
  public void says(String title, TargetLine target, LocalDate since) {
    byTarget.merge(
        target.target().id(),
        new OfTarget(rule(title), target, since),
        (one, other) -> one.rule().status().compareTo(other.rule().status()) <= 0 ? one : other);
  }

  /** The rule says, since the day, that the facts do not go together. */
  public void says(String title, LocalDate since, Finding.Fact... facts) {
    contradictions.add(new OfRecord(rule(title), since, null, List.of(facts)));
  }

  /** The rule says, since the day, that the body has to set right what does not go together. */
  public void says(String title, LocalDate since, @Nullable BodyCode body, Finding.Fact... facts) {
    contradictions.add(new OfRecord(rule(title), since, body, List.of(facts)));
  }

  /** What stands of the milestone. */
  OfMilestone of(int milestone) {
    OfMilestone verdict = byMilestone.get(milestone);
    if (verdict == null) {
      throw new IllegalStateException("no rule says how milestone " + milestone + " stands");
    }
    return verdict;
  }

  /** What stands of the target. */
  OfTarget of(TargetLine target) {
    OfTarget verdict = byTarget.get(target.target().id());
    if (verdict == null) {
      throw new IllegalStateException(
          "no rule says how target " + target.target().id() + " stands");
    }
    return verdict;
  }

  /** The contradictions, in no order. */
  List<OfRecord> contradictions() {
    return contradictions;
  }

  private void add(OfMilestone verdict) {
    byMilestone.merge(
        verdict.deadline().milestone().id(),
        verdict,
        (one, other) -> one.rule().status().compareTo(other.rule().status()) <= 0 ? one : other);
  }

  private Rule rule(String title) {
    Rule rule = ruleByTitle.get(title);
    if (rule == null) {
      throw new IllegalStateException("no rule \"" + title + "\" in the catalogue");
    }
    return rule;
  }

  /** That a milestone stands so, by the rule; since when, where that is to be told. */
  record OfMilestone(Rule rule, Deadline deadline, @Nullable LocalDate since) {}

  /** That a target stands so, by the rule, since the day. */
  record OfTarget(Rule rule, TargetLine line, LocalDate since) {}

  /**
   * That facts of the record do not go together, by the rule, since the day; and which body has to
   * act, where it is not the responsible one.
   */
  record OfRecord(Rule rule, LocalDate since, @Nullable BodyCode body, List<Finding.Fact> facts) {}
}
