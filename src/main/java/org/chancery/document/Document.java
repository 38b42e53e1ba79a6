package org.chancery.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chancery.document.Removal.State;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A text of a case in one language, in all its versions. Nothing of it is ever overwritten; what
 * was filed by mistake is taken out, and leaves its row.
 *
 * @param id its number within the case, from 1
 * @param kind what it is
 * @param language the language it is written in, ISO 639-1
 * @param name what it is called; of an annex or side letter the name the text gives it
 * @param events the numbers of the events it proves, in the order in which that was said
 * @param versions what was put in, oldest first; at least one
 */
public record Document(
    int id,
    DocumentKind kind,
    String language,
    @Nullable String name,
    List<Integer> events,
    List<Version> versions) {

  /**
   * One version of a document.
   *
   * @param number its number within the document, from 1
   * @param sha256 the SHA-256 of its content, in lower-case hexadecimal
   * @param size the length of its content, in bytes
   * @param mediaType what kind of file its content is
   * @param fileName the name it was put in under; never a path
   * @param remark what its author says of it
   * @param author the account that put it in
   * @param at when
   * @param removals that it be taken out, as was proposed, oldest first
   */
  public record Version(
      int number,
      String sha256,
      long size,
      String mediaType,
      String fileName,
      @Nullable String remark,
      String author,
      Instant at,
      List<Removal> removals) {

    /** An immutable copy. */
    public Version {
      removals = List.copyOf(removals);
    }

    /** The kind of file it is. */
    @JsonIgnore
    public FileKind kind() {
      return FileKind.of(mediaType).orElseThrow();
    }

    /** Whether it is there to be read, not taken out. */
    @JsonIgnore
    public boolean isHeld() {
      return takenOut().isEmpty();
    }

    /** How it was taken out; empty while it is held. */
    public Optional<Removal> takenOut() {
      return removal(State.CONFIRMED);
    }

    /** The removal that waits for a second person, if one does. */
    public Optional<Removal> proposed() {
      return removal(State.PROPOSED);
    }

    private Optional<Removal> removal(State state) {
      return removals.stream().filter(each -> each.state() == state).findFirst();
    }

    /**
     * The removal with the number.
     *
     * @throws Refusal when there is none
     */
    Removal removal(int wanted) {
      return removals.stream()
          .filter(each -> each.number() == wanted)
          .findFirst()
          .orElseThrow(() -> Refusal.notFound("removal.unknown", wanted));
    }

    /**
     * That it is held.
     *
     * @throws Refusal when it was taken out: who did, and where the reason stands
     */
    public void requireHeld() {
      takenOut()
          .ifPresent(
              done -> {
                throw Refusal.of(
                    Refusal.Kind.GONE,
                    "removal.gone",
                    number,
                    done.proposedBy(),
                    done.confirmedBy());
              });
    }
  }

  /** An immutable copy. */
  public Document {
    events = List.copyOf(events);
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a document has a version");
    }
  }

  /** The event that it was last said to prove; null: none. */
  @JsonProperty
  public @Nullable Integer event() {
    return events.isEmpty() ? null : events.get(events.size() - 1);
  }

  /** Its newest version that is held; where all were taken out, the newest of them. */
  @JsonIgnore
  public Version newest() {
    return versions.stream()
        .filter(Version::isHeld)
        .reduce((earlier, later) -> later)
        .orElseGet(() -> versions.get(versions.size() - 1));
  }

  /** Whether any version of it is held. */
  @JsonIgnore
  public boolean isHeld() {
    return newest().isHeld();
  }

  /** Whether its newest version is held, and has the very same content. */
  boolean has(String sha256) {
    return isHeld() && newest().sha256().equals(sha256);
  }

  /**
   * The version with the number.
   *
   * @throws Refusal when there is none
   */
  public Version version(int number) {
    return versions.stream()
        .filter(version -> version.number() == number)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("document.version", number));
  }

  /** How often it has changed; its entity tag. */
  @JsonIgnore
  public int changes() {
    int steps =
        versions.stream().flatMap(each -> each.removals().stream()).mapToInt(Removal::steps).sum();
    return versions.size() + events.size() + steps;
  }
}
