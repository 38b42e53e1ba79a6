package org.chancery.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change, sealed: its hash covers all that it says and the hash of the entry before it. The
 * entries of a case are a chain; those of the house are one chain, whatever they are about.
 *
 * @param subject what changed: the reference of a case, or of the house such as {@code
 *     account/anna} or {@code table/thresholds}
 * @param number its number within the chain, from 1
 * @param recordedAt when
 * @param account who: an account, the house, or who sat at the console
 * @param change what kind of change
 * @param before what it was, as JSON; null for what was new or is never told
 * @param after what it became, as JSON
 * @param previousHash the hash of the entry before it; null for the first
 * @param hash SHA-256 over the rest, in hexadecimal
 */
public record Entry(
    @JsonIgnore String subject,
    int number,
    Instant recordedAt,
    String account,
    String change,
    @Schema(implementation = Object.class) @JsonRawValue @Nullable String before,
    @Schema(implementation = Object.class) @JsonRawValue String after,
    @Nullable String previousHash,
    String hash)
    implements Link {

  static Entry sealed(
      @Nullable Entry last,
      String subject,
      Instant at,
      String account,
      String change,
      @Nullable String before,
      String after) {
    int number = Link.numberAfter(last);
    @Nullable String previous = Link.hashOf(last);
    String hash = Seal.of(subject, number, at, account, change, before, after, previous);
    return new Entry(subject, number, at, account, change, before, after, previous, hash);
  }

  @Override
  public boolean isIntact() {
    return hash.equals(
        Seal.of(subject, number, recordedAt, account, change, before, after, previousHash));
  }
}
