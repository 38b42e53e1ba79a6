package org.chancery.report;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chancery.deadline.CaseJudged;
import org.chancery.deadline.Swept;
import org.chancery.deadline.TableConfirmed;
import org.chancery.instrument.Sight;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the ledger: writes, at the end of the transaction that judged a case, what has changed in
 * what is to be told of it. Where nothing has, nothing is written. Counts are only ever added, so
 * that no two cases wait for each other; now and then they are drawn together.
 */
@Component
class Bookkeeper {

  /** So much the clocks of two nodes may differ. */
  private static final int SECONDS = 60;

  private static final String INSERT =
      """
      insert into verdict (reference, number, status, place, due_on, zone, late_by, overdue_since,
        extended, kind, rule, body, party, severity, basis, subject)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final Clock clock;

  /** Another release may judge otherwise: until its first sweep has passed, nothing is current. */
  Bookkeeper(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.clock = clock;
    forget();
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void keep(CaseJudged judged) {
    Instant now = clock.instant();
    voidWhatLiesAhead(now);
    String reference = judged.reference().value();
    List<Verdict> before =
        jdbc.sql("select * from verdict where reference = ? order by number")
            .param(reference)
            .query(Verdict::read)
            .list();
    List<Verdict> after = Verdict.of(judged.judgement(), now);
    Set<String> counted = counted(reference);
    Set<String> viewers = after.isEmpty() ? Set.of() : viewers(reference);
    jdbc.sql("delete from unjudged where reference = ?").param(reference).update();
    if (!before.equals(after)) {
      replace(reference, after);
    }
    if (!before.equals(after) || !counted.equals(viewers)) {
      count(before, counted, after, viewers);
    }
    if (!counted.equals(viewers)) {
      remember(reference, viewers);
    }
  }

  private void replace(String reference, List<Verdict> verdicts) {
    jdbc.sql("delete from verdict where reference = ?").param(reference).update();
    batch.batchUpdate(
        INSERT,
        verdicts.stream()
            .map(
                each ->
                    new Object[] {
                      reference,
                      each.number(),
                      each.status(),
                      each.place(),
                      each.dueOn(),
                      each.zone(),
                      each.lateBy(),
                      each.overdueSince(),
                      each.extended(),
                      each.kind(),
                      each.rule(),
                      each.body(),
                      each.party(),
                      each.severity(),
                      each.basis(),
                      each.subject()
                    })
            .toList());
  }

  private Set<String> counted(String reference) {
    return new HashSet<>(
        jdbc.sql("select viewer from verdict_viewer where reference = ?")
            .param(reference)
            .query(String.class)
            .list());
  }

  private Set<String> viewers(String reference) {
    Set<String> viewers =
        new HashSet<>(
            jdbc.sql("select body from involvement where reference = ?")
                .param(reference)
                .query(String.class)
                .list());
    viewers.add(Sight.ALL);
    return viewers;
  }

  private void remember(String reference, Set<String> viewers) {
    jdbc.sql("delete from verdict_viewer where reference = ?").param(reference).update();
    batch.batchUpdate(
        "insert into verdict_viewer (reference, viewer) values (?, ?)",
        viewers.stream().map(viewer -> new Object[] {reference, viewer}).toList());
  }

  /** Adds the difference for each viewer; what stays the same for her is not written. */
  private void count(
      List<Verdict> before, Set<String> counted, List<Verdict> after, Set<String> viewers) {
    Set<String> all = new HashSet<>(counted);
    all.addAll(viewers);
    Tally tally = new Tally();
    for (String viewer : all) {
      if (counted.contains(viewer)) {
        before.forEach(each -> tally.add(viewer, each, -1));
      }
      if (viewers.contains(viewer)) {
        after.forEach(each -> tally.add(viewer, each, 1));
      }
    }
    tally.write(batch);
  }

  /**
   * Draws the counts together. Sum and deletion see the same rows: what is added meanwhile stays,
   * and of two nodes that do it at once the database lets one fail.
   */
  @Scheduled(cron = "${chancery.report.draw-together}", zone = "UTC")
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public void drawTogether() {
    Tally.drawTogether(batch);
  }

  /** Every case has been judged since the instant but those that could not be. */
  @EventListener
  @Transactional
  public void swept(Swept swept) {
    jdbc.sql("delete from unjudged").update();
    batch.batchUpdate(
        "insert into unjudged (reference) values (?)",
        swept.unjudged().stream().map(each -> new Object[] {each.value()}).toList());
    jdbc.sql("update judged set since = :since where since is null or since < :since")
        .param("since", timestamp(swept.since()))
        .update();
  }

  /** Another table may judge otherwise. */
  @EventListener
  void tableChanged(TableConfirmed confirmed) {
    jdbc.sql("update judged set void_before = :now")
        .param("now", timestamp(clock.instant()))
        .update();
  }

  private void forget() {
    jdbc.sql("update judged set since = null where since is not null").update();
  }

  /** A clock that was set back has judged this case on an earlier day than all the others. */
  private void voidWhatLiesAhead(Instant now) {
    jdbc.sql("update judged set since = null where since > :ahead")
        .param("ahead", timestamp(now.plusSeconds(SECONDS)))
        .update();
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
