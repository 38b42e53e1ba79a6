package org.chancery.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is to be sent, is being sent and was sent. It is filled in the transaction that decides to
 * tell. Whoever sends claims one first, alone and for a time; of two nodes one gets it, and when
 * that dies another may claim it after the time is over. A claim is known by its number of
 * attempts, so that who comes back late settles nothing.
 */
@Component
class Outbox {

  /** Longer than any sending takes, and than any two clocks of the house differ. */
  static final Duration LEASE = Duration.ofMinutes(10);

  private static final int CANDIDATES = 10;
  private static final int LONGEST_PROBLEM = 500;

  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts it in, not to be sent before the instant; nothing happens when it was there before. */
  void put(Dispatch dispatch, Instant notBefore) {
    if (revive(dispatch, notBefore) || knows(dispatch)) {
      return;
    }
    jdbc.sql(
            """
            insert into notice_outbox (channel, recipient, event, kind, reference, milestone, due,
              after_id, until_id, state, attempts, not_before, created_at)
            values (:channel, :recipient, :event, :kind, :reference, :milestone, :due,
              :after, :until, 'WAITING', 0, :notBefore, :createdAt)""")
        .param("channel", dispatch.channel().name())
        .param("recipient", dispatch.recipient())
        .param("event", dispatch.event())
        .param("kind", dispatch.kind())
        .param("reference", dispatch.reference() == null ? null : dispatch.reference().value())
        .param("milestone", dispatch.milestone())
        .param("due", dispatch.due())
        .param("after", dispatch.after())
        .param("until", dispatch.until())
        .param("notBefore", timestamp(notBefore))
        .param("createdAt", timestamp(dispatch.createdAt()))
        .update();
  }

  /** What was withdrawn is to be told after all: its due day was wrong and has been set right. */
  private boolean revive(Dispatch dispatch, Instant notBefore) {
    return jdbc.sql(
                """
                update notice_outbox
                set state = 'WAITING', attempts = 0, not_before = :notBefore, settled_at = null,
                  problem = null
                where channel = :channel and recipient = :recipient and event = :event
                  and state = 'WITHDRAWN' and problem <> 'overtaken'""")
            .param("notBefore", timestamp(notBefore))
            .param("channel", dispatch.channel().name())
            .param("recipient", dispatch.recipient())
            .param("event", dispatch.event())
            .update()
        > 0;
  }

  /** The same, of what overtakes all of its kind on the deadline that still waits for her. */
  void putOver(Dispatch dispatch, Instant notBefore, Instant at) {
    if (!knows(dispatch)) {
      overtake(dispatch, at);
      put(dispatch, notBefore);
    }
  }

  private void overtake(Dispatch dispatch, Instant at) {
    jdbc.sql(
            """
            update notice_outbox
            set state = 'WITHDRAWN', settled_at = :at, problem = 'overtaken'
            where channel = :channel and recipient = :recipient and kind = :kind
              and reference = :reference and milestone = :milestone and state = 'WAITING'""")
        .param("at", timestamp(at))
        .param("channel", dispatch.channel().name())
        .param("recipient", dispatch.recipient())
        .param("kind", dispatch.kind())
        .param("reference", String.valueOf(dispatch.reference()))
        .param("milestone", dispatch.milestone())
        .update();
  }

  /**
   * How far a recipient is with what is told in order.
   *
   * @param told up to where it was sent; 0 for nothing
   * @param waiting up to where what waits will tell; 0 where nothing waits
   * @param gaveUp when something was given up last, and was not tried again since; null for never
   */
  record Progress(long told, long waiting, @Nullable Instant gaveUp) {}

  /** How far the recipient is with the kind of mail. */
  Progress progress(String recipient, String kind) {
    return jdbc.sql(
            """
            select coalesce(max(case when state = 'SENT' then until_id end), 0) as told,
              coalesce(max(case when state = 'WAITING' then until_id end), 0) as waiting,
              max(case when state = 'DEAD' then settled_at end) as gave_up
            from notice_outbox where channel = 'MAIL' and recipient = ? and kind = ?""")
        .params(recipient, kind)
        .query(Outbox::progress)
        .single();
  }

  /** Tries again what was given up no later than the instant, up to there; whether any was. */
  boolean retry(String recipient, String kind, long until, Instant gaveUp, Instant at) {
    return jdbc.sql(
                """
                update notice_outbox
                set state = 'WAITING', attempts = 0, until_id = :until, not_before = :at,
                  created_at = :at, settled_at = null, problem = null
                where channel = 'MAIL' and recipient = :recipient and kind = :kind
                  and state = 'DEAD' and settled_at <= :gaveUp""")
            .param("until", until)
            .param("at", timestamp(at))
            .param("recipient", recipient)
            .param("kind", kind)
            .param("gaveUp", timestamp(gaveUp))
            .update()
        > 0;
  }

  /** Has what waits for the recipient tell up to there, too; whether anything waits. */
  boolean extend(String recipient, String kind, long until) {
    return jdbc.sql(
                """
                update notice_outbox set until_id = greatest(until_id, :until)
                where channel = 'MAIL' and recipient = :recipient and kind = :kind
                  and state = 'WAITING'""")
            .param("until", until)
            .param("recipient", recipient)
            .param("kind", kind)
            .update()
        > 0;
  }

  private boolean knows(Dispatch dispatch) {
    return jdbc.sql(
                "select count(*) from notice_outbox where channel = ? and recipient = ? and event = ?")
            .params(dispatch.channel().name(), dispatch.recipient(), dispatch.event())
            .query(Long.class)
            .single()
        > 0;
  }

  /** Claims the next one that is due, or whose sender has not come back. */
  Optional<Dispatch> claim(Channel channel, Instant now) {
    return due(channel, now).stream().filter(id -> take(id, now)).findFirst().flatMap(this::find);
  }

  private List<Long> due(Channel channel, Instant now) {
    return jdbc.sql(
            """
            select id from notice_outbox
            where channel = :channel and state in ('WAITING', 'SENDING') and not_before <= :now
            order by not_before, id limit :limit""")
        .param("channel", channel.name())
        .param("now", timestamp(now))
        .param("limit", CANDIDATES)
        .query(Long.class)
        .list();
  }

  /** Of two who try, the one whose change comes second finds it taken. */
  private boolean take(long id, Instant now) {
    return jdbc.sql(
                """
                update notice_outbox
                set state = 'SENDING', attempts = attempts + 1, not_before = :until
                where id = :id and state in ('WAITING', 'SENDING') and not_before <= :now""")
            .param("id", id)
            .param("now", timestamp(now))
            .param("until", timestamp(now.plus(LEASE)))
            .update()
        > 0;
  }

  private Optional<Dispatch> find(long id) {
    return jdbc.sql("select * from notice_outbox where id = ?")
        .param(id)
        .query(Outbox::dispatch)
        .optional();
  }

  /** It was sent. */
  void sent(Dispatch claimed, Instant at) {
    settle(claimed, "SENT", at, at, null);
  }

  /** It need not be sent any more. */
  void withdrawn(Dispatch claimed, String why, Instant at) {
    settle(claimed, "WITHDRAWN", at, at, why);
  }

  /** It will not be sent: a letter that nobody could deliver. */
  void dead(Dispatch claimed, String why, Instant at) {
    settle(claimed, "DEAD", at, at, why);
  }

  /** It could not be sent, and is tried again. */
  void failed(Dispatch claimed, String why, Instant again) {
    settle(claimed, "WAITING", again, null, why);
  }

  private void settle(
      Dispatch claimed,
      String state,
      Instant notBefore,
      @Nullable Instant at,
      @Nullable String why) {
    jdbc.sql(
            """
            update notice_outbox
            set state = :state, not_before = :notBefore, settled_at = :at, problem = :why
            where id = :id and state = 'SENDING' and attempts = :attempts""")
        .param("state", state)
        .param("notBefore", timestamp(notBefore))
        .param("at", at == null ? null : timestamp(at))
        .param("why", why == null ? null : shortened(why))
        .param("id", claimed.id())
        .param("attempts", claimed.attempts())
        .update();
  }

  /** Leaves alone until then what else waits for the recipient; null: for any of the channel. */
  void postpone(Channel channel, @Nullable String recipient, Instant until) {
    jdbc.sql(
            """
            update notice_outbox set not_before = :until
            where channel = :channel and state = 'WAITING' and not_before < :until
              and recipient = coalesce(cast(:recipient as varchar(500)), recipient)""")
        .param("until", timestamp(until))
        .param("channel", channel.name())
        .param("recipient", recipient)
        .update();
  }

  /** Gives up what has waited since before the instant; returns how many. */
  int giveUp(Instant before, Instant at) {
    return jdbc.sql(
            """
            update notice_outbox set state = 'DEAD', settled_at = :at
            where state in ('WAITING', 'SENDING') and not_before <= :at and created_at < :before""")
        .param("before", timestamp(before))
        .param("at", timestamp(at))
        .update();
  }

  /** Forgets what was settled before the instant. */
  void forgetBefore(Instant instant) {
    jdbc.sql("delete from notice_outbox where settled_at < ?").param(timestamp(instant)).update();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_PROBLEM ? text : text.substring(0, LONGEST_PROBLEM);
  }

  static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Progress progress(ResultSet row, int number) throws SQLException {
    @Nullable OffsetDateTime gaveUp = row.getObject("gave_up", OffsetDateTime.class);
    return new Progress(
        row.getLong("told"), row.getLong("waiting"), gaveUp == null ? null : gaveUp.toInstant());
  }

  private static Dispatch dispatch(ResultSet row, int number) throws SQLException {
    String reference = row.getString("reference");
    return new Dispatch(
        row.getLong("id"),
        Channel.valueOf(row.getString("channel")),
        row.getString("recipient"),
        row.getString("event"),
        row.getString("kind"),
        reference == null ? null : new Reference(reference),
        row.getObject("milestone", Integer.class),
        row.getObject("due", LocalDate.class),
        row.getLong("after_id"),
        row.getLong("until_id"),
        row.getInt("attempts"),
        Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class)).toInstant());
  }
}
