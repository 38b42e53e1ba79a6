package org.chancery.journal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;

/**
 * One change of a case, sealed: its hash covers all that it says and the hash of the case's entry
 * before it.
 *
 * @param reference the case
 * @param number its number within the case, from 1
 * @param recordedAt when
 * @param account who
 * @param change what kind of change
 * @param before what it was, as JSON; null for what was new
 * @param after what it became, as JSON
 * @param previousHash the hash of the entry before it; null for the first
 * @param hash SHA-256 over the rest, in hexadecimal
 */
public record Entry(
    Reference reference,
    int number,
    Instant recordedAt,
    String account,
    String change,
    @Schema(implementation = Object.class) @JsonRawValue @Nullable String before,
    @Schema(implementation = Object.class) @JsonRawValue String after,
    @Nullable String previousHash,
    String hash) {

  static Entry sealed(
      Reference reference,
      @Nullable Entry previous,
      Instant at,
      String account,
      String change,
      @Nullable String before,
      String after) {
    int number = previous == null ? 1 : previous.number() + 1;
    @Nullable String link = previous == null ? null : previous.hash();
    Entry open = new Entry(reference, number, at, account, change, before, after, link, "");
    return new Entry(
        reference, number, at, account, change, before, after, link, open.computeHash());
  }

  /** Whether the entry says what it said when it was sealed. */
  public boolean isIntact() {
    return hash.equals(computeHash());
  }

  private String computeHash() {
    return Seal.of(reference, number, recordedAt, account, change, before, after, previousHash);
  }
}
