package org.chancery.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something of the house that belongs to no case has changed; published in the transaction of the
 * change. A password, a key or a token is never in it, nor what is stored of one.
 *
 * @param subject what changed, such as {@code account/anna}, {@code table/thresholds} or {@code
 *     job/3f2a…}
 * @param change what kind of change
 * @param before what it was; null for what is new or is never told
 * @param after what it is now
 * @param by who changed it: an account, the house itself, or who sat at the console
 * @param at when
 */
public record HouseChanged(
    String subject, Change change, @Nullable Object before, Object after, String by, Instant at) {

  /** The kinds of change. */
  public enum Change {
    ACCOUNT_ADDED,
    ACCOUNT_CHANGED,
    ACCOUNT_CLOSED,
    ACCOUNT_OPENED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    CONTACT_CHANGED,
    PREFERENCES_CHANGED,
    KEY_ISSUED,
    KEY_REVOKED,
    FEED_MADE,
    FEED_REVOKED,
    TABLE_CHANGE_STAGED,
    TABLE_CHANGE_APPLIED,
    TABLE_CHANGE_CONFIRMED,
    TABLE_CHANGE_REFUSED,
    JOB_TRIED_AGAIN
  }

  /** The subject of what changed about an account. */
  public static String account(String name) {
    return "account/" + name;
  }
}
