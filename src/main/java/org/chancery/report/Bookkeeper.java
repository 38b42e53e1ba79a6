package org.chancery.report;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.chancery.database.Insertion;
import org.chancery.database.Insertions;
import org.chancery.deadline.CasesJudged;
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

  private static final Insertion<Row<Verdict>> VERDICT =
      Bookkeeper.<Verdict>into("verdict")
          .number("number", row -> row.what().number())
          .text("status", row -> row.what().status())
          .number("place", row -> row.what().place())
          .day("due_on", row -> row.what().dueOn())
          .text("zone", row -> row.what().zone())
          .number("late_by", row -> row.what().lateBy())
          .day("overdue_since", row -> row.what().overdueSince())
          .truth("extended", row -> row.what().extended())
          .text("kind", row -> row.what().kind())
          .text("rule", row -> row.what().rule())
          .text("body", row -> row.what().body())
          .text("party", row -> row.what().party())
          .text("severity", row -> row.what().severity())
          .text("basis", row -> row.what().basis())
          .text("subject", row -> row.what().subject());

  private static final Insertion<Row<String>> VIEWER =
      Bookkeeper.<String>into("verdict_viewer").text("viewer", Row::what);

  private static final Insertion<Reference> UNJUDGED =
      Insertion.<Reference>into("unjudged").text("reference", each -> each);

  /** A row of what the ledger holds of the case. */
  private record Row<T>(Reference of, T what) {}

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
  void keep(CasesJudged judged) {
    Instant now = clock.instant();
    Entries entries = entries(judged, now);
    if (entries.isSweptAhead()) {
      voidWhatLiesAhead(now);
    }
    strike(entries);
    write(entries);
  }

  private Entries entries(CasesJudged judged, Instant now) {
    return Entries.of(judged, jdbc, now, ahead(now));
  }

  @Override
  public Set<Reference> concerned(List<Judgement> judgements, Instant now) {
    return entries(new CasesJudged(judgements, false), now).only(Entry::isConcerned).keySet();
  }

  /** Verdicts that stay as they are, at their place in the list, stay; as do viewers. */
  private void strike(Entries entries) {
    batch.batchUpdate(
        "delete from unjudged where reference = ?",
        entries.only(Entry::isUnjudged).keySet().stream()
            .map(each -> new Object[] {each.value()})
            .toList());
    batch.batchUpdate(
        "delete from verdict where reference = ? and number = ?",
        rows(entries, Entry::gone).stream()
            .map(row -> new Object[] {row.of().value(), row.what().number()})
            .toList());
    batch.batchUpdate(
        "delete from verdict_viewer where reference = ? and viewer = ?",
        rows(entries, Entry::viewersGone).stream()
            .map(row -> new Object[] {row.of().value(), row.what()})
            .toList());
  }

  private void write(Entries entries) {
    Insertions rows =
        new Insertions()
            .add(VERDICT, rows(entries, Entry::come))
            .add(VIEWER, rows(entries, Entry::viewersCome));
    Tally tally = new Tally();
    entries.all().values().forEach(entry -> entry.count(tally));
    tally.add(rows);
    rows.write(batch);
  }

  /** A row for each of what the entries have. */
  private static <T> List<Row<T>> rows(Entries entries, Function<Entry, Collection<T>> what) {
    return entries.all().entrySet().stream()
        .flatMap(
            entry ->
                what.apply(entry.getValue()).stream().map(each -> new Row<>(entry.getKey(), each)))
        .toList();
  }

  private static <T> Insertion<Row<T>> into(String table) {
    return Insertion.<Row<T>>into(table).text("reference", Row::of);
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
    new Insertions().add(UNJUDGED, swept.unjudged()).write(batch);
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
        .param("ahead", ahead(now))
        .update();
  }

  private static OffsetDateTime ahead(Instant now) {
    return timestamp(now.plusSeconds(SECONDS));
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
