package org.chancery.deadline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Reference;

/**
 * What the rules say of one case at one point in time.
 *
 * @param file the case as judged, with the deadlines that statutory terms set by then
 * @param standings how each milestone stands, by number
 * @param targets how each target stands, in their order
 * @param findings what is to be told: worst status first, then by milestone, then by rule
 */
public record Judgement(
    CaseFile file, List<Standing> standings, List<TargetStanding> targets, List<Finding> findings) {

  /** An immutable copy. */
  public Judgement {
    standings = List.copyOf(standings);
    targets = List.copyOf(targets);
    findings = List.copyOf(findings);
  }

  /** The case. */
  public Reference reference() {
    return file.reference();
  }

  /** How the milestone with the number stands. */
  public Optional<Standing> standing(int milestone) {
    return standings.stream().filter(each -> each.milestone() == milestone).findFirst();
  }

  /** The findings on the milestone with the number. */
  public Stream<Finding> findingsOn(int milestone) {
    return findings.stream()
        .filter(finding -> Objects.equals(finding.subject().milestone(), milestone));
  }
}
