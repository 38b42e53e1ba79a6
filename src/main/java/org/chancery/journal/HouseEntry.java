package org.chancery.journal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of the house that belongs to no case, sealed: its hash covers all that it says and the
 * hash of the entry before it, whatever that one was about.
 *
 * @param number its number, from 1
 * @param subject what changed, such as {@code account/anna} or {@code table/thresholds}
 * @param recordedAt when
 * @param account who: an account, the house, or who sat at the console
 * @param change what kind of change
 * @param before what it was, as JSON; null for what was new or is never told
 * @param after what it became, as JSON
 * @param previousHash the hash of the entry before it; null for the first
 * @param hash SHA-256 over the rest, in hexadecimal
 */
public record HouseEntry(
    int number,
    String subject,
    Instant recordedAt,
    String account,
    String change,
    @Schema(implementation = Object.class) @JsonRawValue @Nullable String before,
    @Schema(implementation = Object.class) @JsonRawValue String after,
    @Nullable String previousHash,
    String hash) {

  static HouseEntry sealed(
      @Nullable HouseEntry previous,
      String subject,
      Instant at,
      String account,
      String change,
      @Nullable String before,
      String after) {
    int number = previous == null ? 1 : previous.number() + 1;
    @Nullable String link = previous == null ? null : previous.hash();
    HouseEntry open = new HouseEntry(number, subject, at, account, change, before, after, link, "");
    return new HouseEntry(
        number, subject, at, account, change, before, after, link, open.computeHash());
  }

  /** Whether the entry says what it said when it was sealed. */
  public boolean isIntact() {
    return hash.equals(computeHash());
  }

  /** Whether it is intact and comes next after the other; after null: whether it is the first. */
  public boolean follows(@Nullable HouseEntry other) {
    boolean next =
        other == null
            ? number == 1 && previousHash == null
            : number == other.number() + 1 && other.hash().equals(previousHash);
    return next && isIntact();
  }

  private String computeHash() {
    return Seal.of(subject, number, recordedAt, account, change, before, after, previousHash);
  }
}
