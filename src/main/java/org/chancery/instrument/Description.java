package org.chancery.instrument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * What describes an instrument: all that may be corrected, and nothing that happened. What no
 * source states is null, and null means <em>unknown</em>.
 *
 * @param type its kind
 * @param level between whom it is concluded
 * @param binding whether it binds under international law
 * @param slug a short name, unique in the register
 * @param title its title by language
 * @param titleBasis who made the title
 * @param subject its field
 * @param authenticLanguages the languages of its authentic texts, ISO 639-1
 * @param attachments the annexes and side letters that the text says belong to it
 * @param parties its parties
 * @param consent how the parties consent to be bound, unless a party has its own way
 * @param responsibleBody the body of ours that is responsible for it
 * @param participatingBodies the bodies of ours that take part
 * @param period the period it covers
 * @param parent the instrument it stands under
 * @param sources where its facts are stated
 * @param targets its figures
 * @param entryIntoForce its clause on entry into force
 */
public record Description(
    @NotNull InstrumentType type,
    @Nullable Level level,
    @Nullable Boolean binding,
    @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "fibre-optic-2025") @Size(max = 100)
        @Nullable String slug,
    @NotNull Title title,
    @Nullable TitleBasis titleBasis,
    @Size(max = 50) @Nullable String subject,
    @Nullable List<@NotNull @Pattern(regexp = "[a-z]{2}", message = "az, en") String>
        authenticLanguages,
    @Size(max = 100) @Nullable List<@NotNull @Valid Attachment> attachments,
    @NotEmpty @Size(max = 500) List<@NotNull @Valid Party> parties,
    @Nullable Consent consent,
    @NotNull BodyCode responsibleBody,
    @Nullable List<@NotNull BodyCode> participatingBodies,
    @Nullable StatedDate period,
    @Valid @Nullable Parent parent,
    @Nullable List<@NotNull @Valid Source> sources,
    @Size(max = 100) @Nullable List<@NotNull @Valid Target> targets,
    @Valid @Nullable Clause entryIntoForce) {

  /** Who made a title. */
  public enum TitleBasis {
    PUBLISHED,
    OUR_TRANSLATION
  }

  /**
   * The instrument it stands under, named by reference or by slug.
   *
   * @param reference its reference
   * @param slug its slug, where the reference is not yet known
   * @param relation how it stands to it
   */
  public record Parent(
      @Nullable Reference reference,
      @Size(max = 100) @Nullable String slug,
      @NotNull Relation relation) {

    /** By what it is named; empty where it is by nothing. */
    String named() {
      return Stream.of(Optional.ofNullable(reference), Optional.ofNullable(slug))
          .flatMap(Optional::stream)
          .map(Object::toString)
          .collect(Collectors.joining(", "));
    }
  }

  /** The party with the code. */
  public Optional<Party> party(PartyCode code) {
    return parties.stream().filter(party -> party.code().equals(code)).findFirst();
  }

  /** How the party consents; null where that is unknown. */
  public @Nullable Consent consentOf(Party party) {
    return party.consent() != null ? party.consent() : consent;
  }

  /** The undertakings with a figure, none where none is stated. */
  @JsonIgnore
  public List<Target> figures() {
    return targets == null ? List.of() : targets;
  }

  /** The undertaking with the figure of that name. */
  public Optional<Target> target(String id) {
    return figures().stream().filter(target -> target.id().equals(id)).findFirst();
  }

  /** The same with another state of one of its targets. */
  Description with(Target changed) {
    List<Target> all =
        figures().stream().map(each -> each.id().equals(changed.id()) ? changed : each).toList();
    return new Description(
        type,
        level,
        binding,
        slug,
        title,
        titleBasis,
        subject,
        authenticLanguages,
        attachments,
        parties,
        consent,
        responsibleBody,
        participatingBodies,
        period,
        parent,
        sources,
        all,
        entryIntoForce);
  }

  /** The bodies that take part, none where none is named. */
  @JsonIgnore
  public List<BodyCode> participants() {
    return participatingBodies == null ? List.of() : participatingBodies;
  }

  /** The languages of its authentic texts, none where none is stated. */
  @JsonIgnore
  public List<String> authentic() {
    return authenticLanguages == null ? List.of() : authenticLanguages;
  }

  /** What belongs to its text, nothing where nothing is stated. */
  @JsonIgnore
  public List<Attachment> attached() {
    return attachments == null ? List.of() : attachments;
  }
}
