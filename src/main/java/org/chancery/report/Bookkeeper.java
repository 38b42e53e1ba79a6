package org.chancery.report;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.chancery.deadline.CasesJudged;
import org.chancery.deadline.Concern;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.Swept;
import org.chancery.deadline.TableConfirmed;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
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
    nowJudged(entries.only(Entry::isUnjudged).keySet());
    replace(entries.only(entry -> !entry.isRight()));
    Tally tally = new Tally();
    entries.all().values().forEach(entry -> entry.count(tally));
    tally.write(batch);
    remember(entries.only(entry -> !entry.isRightlyCounted()));
  }

  private Entries entries(CasesJudged judged, Instant now) {
    return Entries.of(judged, jdbc, now, ahead(now));
  }

  @Override
  public Set<Reference> concerned(List<Judgement> judgements, Instant now) {
    return entries(new CasesJudged(judgements, false), now).only(Entry::isConcerned).keySet();
  }

  private void nowJudged(Set<Reference> cases) {
    batch.batchUpdate(
        "delete from unjudged where reference = ?",
        cases.stream().map(each -> new Object[] {each.value()}).toList());
  }

  /** Verdicts that stay as they are, at their place in the list, are not written again. */
  private void replace(Map<Reference, Entry> entries) {
    batch.batchUpdate(
        "delete from verdict where reference = ? and number = ?",
        rows(entries, Entry::gone, (reference, each) -> List.of(reference, each.number())));
    batch.batchUpdate(INSERT, rows(entries, Entry::come, Bookkeeper::row));
  }

  private static List<@Nullable Object> row(String reference, Verdict verdict) {
    return Arrays.asList(
        reference,
        verdict.number(),
        verdict.status(),
        verdict.place(),
        verdict.dueOn(),
        verdict.zone(),
        verdict.lateBy(),
        verdict.overdueSince(),
        verdict.extended(),
        verdict.kind(),
        verdict.rule(),
        verdict.body(),
        verdict.party(),
        verdict.severity(),
        verdict.basis(),
        verdict.subject());
  }

  private void remember(Map<Reference, Entry> entries) {
    batch.batchUpdate(
        "delete from verdict_viewer where reference = ? and viewer = ?",
        rows(entries, Entry::viewersGone, List::of));
    batch.batchUpdate(
        "insert into verdict_viewer (reference, viewer) values (?, ?)",
        rows(entries, Entry::viewersCome, List::of));
  }

  /** A row for each of what the entries have. */
  private static <T> List<Object[]> rows(
      Map<Reference, Entry> entries,
      Function<Entry, Collection<T>> what,
      BiFunction<String, T, List<@Nullable Object>> row) {
    return entries.entrySet().stream()
        .flatMap(
            entry ->
                what.apply(entry.getValue()).stream()
                    .map(each -> row.apply(entry.getKey().value(), each).toArray()))
        .toList();
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
