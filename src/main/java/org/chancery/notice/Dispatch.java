package org.chancery.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Something to be sent to one recipient.
 *
 * @param id its number in the outbox; 0 before it is there
 * @param channel how it is sent
 * @param recipient the name of the account, or the address of the webhook, or of who keeps roots
 * @param event what it tells; a recipient is told once of the same
 * @param kind the kind of mail, or the type of the webhook's event
 * @param reference the case; null of a digest
 * @param milestone the number of the deadline; null where it is about none
 * @param due the last possible day that it tells of; null where it tells of none
 * @param after of a digest: it tells the changes after this one; of roots likewise
 * @param until of a digest or of roots: up to this one
 * @param attempts how often it was tried, this time included
 * @param createdAt when it was decided
 */
record Dispatch(
    long id,
    Channel channel,
    String recipient,
    String event,
    String kind,
    @Nullable Reference reference,
    @Nullable Integer milestone,
    @Nullable LocalDate due,
    long after,
    long until,
    int attempts,
    Instant createdAt) {

  /** The kind of mail that takes the roots of the journals out; its recipient is an address. */
  static final String ROOTS = "ROOTS";

  /** A mail to the account on the occasion. */
  static Dispatch mail(String account, Occasion occasion, Instant at) {
    return new Dispatch(
        0,
        Channel.MAIL,
        account,
        occasion.event(),
        occasion.kind().name(),
        occasion.reference(),
        occasion.milestone(),
        occasion.due(),
        0,
        0,
        0,
        at);
  }

  /** A digest to the account, of the changes after the one and up to the other. */
  static Dispatch digest(String account, long after, long until, Instant at) {
    String event = "DIGEST/" + until;
    return new Dispatch(
        0, Channel.MAIL, account, event, Kind.DIGEST.name(), null, null, null, after, until, 0, at);
  }

  /**
   * The roots of the journals after the one and up to the other.
   *
   * @param last the last root there is, so that what was given up is tried again with the next
   */
  static Dispatch roots(String address, long after, long until, long last, Instant at) {
    String event = ROOTS + "/" + after + "-" + last;
    return new Dispatch(
        0, Channel.MAIL, address, event, ROOTS, null, null, null, after, until, 0, at);
  }

  /** Whether it takes roots of the journals out. */
  boolean isOfRoots() {
    return kind.equals(ROOTS);
  }

  /** A call of the webhook. */
  static Dispatch call(
      String url,
      String event,
      String type,
      Reference reference,
      @Nullable Integer milestone,
      Instant at) {
    return new Dispatch(
        0, Channel.WEBHOOK, url, event, type, reference, milestone, null, 0, 0, 0, at);
  }

  /**
   * The same at each attempt, so that whoever gets it twice can tell; another once roots were added
   * to it, so that nobody takes it for the one before.
   */
  UUID name() {
    String told = isOfRoots() ? event + " " + until : event;
    String text = channel == Channel.MAIL ? recipient + " " + told : event;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
