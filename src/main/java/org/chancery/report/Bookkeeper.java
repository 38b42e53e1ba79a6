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
import org.chancery.deadline.Concern;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.Swept;
import org.chancery.deadline.TableConfirmed;
import org.chancery.instrument.Reference;
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
class Bookkeeper implements Concern {

  /** So much the clocks of two nodes may differ. */
  private static final int SECONDS = 60;

  private static final String INSERT =
      """
      insert into verdict (reference, number, status, place, due_on, zone, late_by, overdue_since,
        extended, kind, rule, body, party, severity, basis, subject)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final Entries entries;
  private final Clock clock;

  /** Another release may judge otherwise: until its first sweep has passed, nothing is current. */
  Bookkeeper(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.entries = new Entries(jdbc);
    this.clock = clock;
    forget();
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void keep(CaseJudged judged) {
    Instant now = clock.instant();
    voidWhatLiesAhead(now);
    String reference = judged.reference().value();
    Entry entry = entries.of(judged.judgement(), now);
    jdbc.sql("delete from unjudged where reference = ?").param(reference).update();
    if (!entry.isRight()) {
      replace(reference, entry);
    }
    if (!entry.isRight() || !entry.isRightlyCounted()) {
      entry.difference().write(batch);
    }
    if (!entry.isRightlyCounted()) {
      remember(reference, entry);
    }
  }

  @Override
  public Set<Reference> concerned(List<Judgement> judgements, Instant now) {
    Set<Reference> concerned = new HashSet<>(unjudged());
    entries
        .of(judgements, now)
        .forEach(
            (reference, entry) -> {
              if (!entry.isRight() || !entry.isRightlyCounted()) {
                concerned.add(reference);
              }
            });
    return concerned;
  }

  private List<Reference> unjudged() {
    return jdbc.sql("select reference from unjudged")
        .query((row, number) -> new Reference(row.getString(1)))
        .list();
  }

  /** Verdicts that stay as they are, at their place in the list, are not written again. */
  private void replace(String reference, Entry entry) {
    List<Verdict> gone = entry.gone();
    if (!gone.isEmpty()) {
      jdbc.sql("delete from verdict where reference = :reference and number in (:numbers)")
          .param("reference", reference)
          .param("numbers", gone.stream().map(Verdict::number).toList())
          .update();
    }
    batch.batchUpdate(
        INSERT,
        entry.come().stream()
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

  private void remember(String reference, Entry entry) {
    if (!entry.counted().isEmpty()) {
      jdbc.sql("delete from verdict_viewer where reference = ?").param(reference).update();
    }
    batch.batchUpdate(
        "insert into verdict_viewer (reference, viewer) values (?, ?)",
        entry.viewers().stream().map(viewer -> new Object[] {reference, viewer}).toList());
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
    voidWhatLiesAhead(clock.instant());
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

  /** A clock that was set back judges on an earlier day than all was judged on before. */
  private void voidWhatLiesAhead(Instant now) {
    jdbc.sql("update judged set since = null where since > :ahead")
        .param("ahead", timestamp(now.plusSeconds(SECONDS)))
        .update();
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
