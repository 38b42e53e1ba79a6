package org.chancery.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Findings.Found;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Source;
import org.chancery.instrument.Stage;
import org.chancery.instrument.Target;
import org.chancery.instrument.Title;
import org.jspecify.annotations.Nullable;

/**
 * A line of the report: a finding with what its reader needs to know of the case.
 *
 * @param finding what was found
 * @param title the title of the instrument
 * @param type the kind of instrument
 * @param milestone the deadline it is about; null when it is about a target, or the case
 * @param quantity what the target it is about measures; null when it is about another
 * @param party the party whose deadline it is
 * @param stage how far the case has come on the day
 * @param sources where its facts are stated; where none is, the sources of the case
 */
public record Item(
    @JsonUnwrapped Finding finding,
    Title title,
    InstrumentType type,
    @Nullable Subject milestone,
    @Nullable String quantity,
    @Nullable PartyCode party,
    Stage stage,
    List<Source> sources) {

  /**
   * A deadline by its kind and name.
   *
   * @param kind what it is for
   * @param name what is to be done
   */
  public record Subject(MilestoneKind kind, @Nullable Title name) {}

  /** An immutable copy. */
  public Item {
    sources = List.copyOf(sources);
  }

  static Item of(Found found, LocalDate day) {
    Finding finding = found.finding();
    CaseFile file = found.file();
    Integer number = finding.subject().milestone();
    Milestone milestone = number == null ? null : file.milestone(number).orElse(null);
    return new Item(
        finding,
        file.description().title(),
        file.description().type(),
        milestone == null ? null : new Subject(milestone.kind(), milestone.name()),
        quantity(finding, file),
        milestone == null ? null : milestone.party(),
        file.stage(day),
        sources(finding, file));
  }

  private static @Nullable String quantity(Finding finding, CaseFile file) {
    String target = finding.subject().target();
    return target == null
        ? null
        : file.description().target(target).map(Target::quantity).orElse(null);
  }

  private static List<Source> sources(Finding finding, CaseFile file) {
    List<Source> stated =
        finding.facts().stream()
            .map(Finding.Fact::source)
            .flatMap(Stream::ofNullable)
            .distinct()
            .toList();
    return stated.isEmpty()
        ? Objects.requireNonNullElse(file.description().sources(), List.of())
        : stated;
  }
}
