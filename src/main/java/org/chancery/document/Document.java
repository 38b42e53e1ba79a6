package org.chancery.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A text of a case in one language, in all its versions. Nothing of it is ever overwritten.
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
   */
  public record Version(
      int number,
      String sha256,
      long size,
      String mediaType,
      String fileName,
      @Nullable String remark,
      String author,
      Instant at) {

    /** The kind of file it is. */
    @JsonIgnore
    public FileKind kind() {
      return FileKind.of(mediaType).orElseThrow();
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

  /** Its newest version. */
  @JsonIgnore
  public Version newest() {
    return versions.get(versions.size() - 1);
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
    return versions.size() + events.size();
  }
}
