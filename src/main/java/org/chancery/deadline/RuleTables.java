package org.chancery.deadline;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.HouseChanged.Change;
import org.chancery.access.HouseNews;
import org.chancery.calendar.MalformedTable;
import org.chancery.deadline.FourEyes.Move;
import org.chancery.deadline.TableVersion.Act;
import org.chancery.web.Message;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tables that lawyers keep. A change is put forward, tried out on every case, applied by a
 * lawyer and confirmed by somebody else; then the house judges by it. Of each table one change at
 * most is under way, and nothing is ever lost: earlier versions and refused ones stay readable.
 */
@Component
@Transactional
public class RuleTables {

  /** The most characters of a remark. */
  public static final int LONGEST_REMARK = 1000;

  private static final int HISTORY = 50;

  private final TableVersions versions;
  private final HouseTables house;
  private final DryRun dryRun;
  private final Accounts accounts;
  private final ApplicationEventPublisher publisher;
  private final HouseNews news;
  private final Clock clock;

  RuleTables(
      TableVersions versions,
      HouseTables house,
      DryRun dryRun,
      Accounts accounts,
      ApplicationEventPublisher publisher,
      HouseNews news,
      Clock clock) {
    this.versions = versions;
    this.house = house;
    this.dryRun = dryRun;
    this.accounts = accounts;
    this.publisher = publisher;
    this.news = news;
    this.clock = clock;
  }

  /** The version in force. */
  @Transactional(readOnly = true)
  public TableVersion inForce(TableName table) {
    return version(table, house.numberInForce(table));
  }

  /** The statutory terms in force. */
  @Transactional(readOnly = true)
  public List<StatutoryTerm> terms() {
    return house.inForceAt(null).terms().rows();
  }

  /** The change that waits for somebody. */
  @Transactional(readOnly = true)
  public Optional<TableVersion> underWay(TableName table) {
    return versions.newest(table, 1).stream().filter(TableVersion::isUnderWay).findFirst();
  }

  /** The last versions, the newest first, with those that were refused. */
  @Transactional(readOnly = true)
  public List<TableVersion> history(TableName table) {
    return versions.newest(table, HISTORY);
  }

  /**
   * The version with the number.
   *
   * @throws Refusal when there is none
   */
  @Transactional(readOnly = true)
  public TableVersion version(TableName table, int number) {
    return versions
        .find(table, number)
        .orElseThrow(() -> Refusal.notFound("table.version", table.path(), number));
  }

  /** In what the version differs from the one that was in force before it. */
  @Transactional(readOnly = true)
  public Difference difference(TableVersion version) {
    int before = version.number() - 1;
    while (before > 0 && version(version.table(), before).confirmed() == null) {
      before--;
    }
    return before == 0
        ? new Difference(List.of(), List.of())
        : Difference.between(version(version.table(), before).text(), version.text());
  }

  /** Whether this release of the program brings along a text that this house has not seen yet. */
  @Transactional(readOnly = true)
  public boolean isShippedNew(TableName table) {
    return !versions.isKnown(table, table.shipped().checksum());
  }

  /** In what this release of the program would have it differ from the version in force. */
  @Transactional(readOnly = true)
  public Difference shippedDifference(TableName table) {
    return Difference.between(inForce(table).text(), table.shipped());
  }

  /** What the change would do, were it in force now. */
  @Transactional(readOnly = true)
  public Effect effect(TableVersion change) {
    return dryRun.of(house.inForceAt(null), house.with(change.table(), change.text()));
  }

  /** Why the current account may not put a change forward; null when it may. */
  public @Nullable Message objectionToStaging() {
    return FourEyes.objection(accounts.current(), Move.STAGE, null);
  }

  /** Why the current account may not take the next step with the change; null when it may. */
  public @Nullable Message objectionTo(TableVersion change) {
    Move next = change.applied() == null ? Move.APPLY : Move.CONFIRM;
    return FourEyes.objection(accounts.current(), next, change);
  }

  /** Why the current account may not refuse the change; null when it may. */
  public @Nullable Message objectionToRefusing(TableVersion change) {
    return FourEyes.objection(accounts.current(), Move.REFUSE, change);
  }

  /**
   * Puts a change forward.
   *
   * @param from the number of the version in force it was made from
   * @param remark why
   * @throws Refusal when the account may not, the text is malformed or says nothing new, another
   *     version is in force by now, or another change is under way
   */
  public TableVersion stage(TableName table, TableText text, String remark, int from) {
    Account account = accounts.current();
    FourEyes.require(account, Move.STAGE, null);
    requireRemark(remark);
    requireWellFormed(table, text);
    TableVersion newest = versions.newest(table, 1).get(0);
    TableVersion inForce = inForce(table);
    if (newest.isUnderWay()) {
      throw Refusal.of(Kind.CONFLICT, "table.underWay", newest.number());
    }
    if (inForce.number() != from) {
      throw Refusal.of(Kind.STALE, "table.stale", inForce.number());
    }
    if (inForce.text().equals(text)) {
      throw Refusal.doesNotFit("/text", "table.same");
    }
    return insert(
        new TableVersion(
            table,
            newest.number() + 1,
            text,
            remark.strip(),
            act(account),
            null,
            null,
            null,
            null,
            null));
  }

  /**
   * Puts forward the text that this release of the program brings along.
   *
   * @throws Refusal as {@link #stage}
   */
  public TableVersion stageShipped(TableName table, int from) {
    return stage(table, table.shipped(), table.source(), from);
  }

  /**
   * Applies a change.
   *
   * @throws Refusal when the account may not, or it no longer waits for that
   */
  public void apply(TableName table, int number) {
    Account account = accounts.current();
    TableVersion change = version(table, number);
    FourEyes.require(account, Move.APPLY, change);
    requireWellFormed(table, change.text());
    requireDone(versions.apply(change, act(account)), number);
    tell(Change.TABLE_CHANGE_APPLIED, change);
  }

  /**
   * Confirms a change: from now on it is in force.
   *
   * @throws Refusal when the account may not, or it does not wait for that
   */
  public void confirm(TableName table, int number) {
    Account account = accounts.current();
    TableVersion change = version(table, number);
    FourEyes.require(account, Move.CONFIRM, change);
    requireWellFormed(table, change.text());
    requireDone(versions.confirm(change, act(account)), number);
    tell(Change.TABLE_CHANGE_CONFIRMED, change);
    publisher.publishEvent(new TableConfirmed(table, number));
  }

  /**
   * Refuses a change, or takes it back.
   *
   * @param why the reason; null for none
   * @throws Refusal when the account may not, or it is no longer under way
   */
  public void refuse(TableName table, int number, @Nullable String why) {
    Account account = accounts.current();
    TableVersion change = version(table, number);
    FourEyes.require(account, Move.REFUSE, change);
    if (why != null) {
      requireShort(why);
    }
    requireDone(versions.refuse(change, act(account), why), number);
    tell(Change.TABLE_CHANGE_REFUSED, change);
  }

  private void tell(Change move, TableVersion before) {
    TableVersion after = version(before.table(), before.number());
    news.tell(move, subject(before), TableStep.of(before), TableStep.of(after));
  }

  private static String subject(TableVersion version) {
    return "table/" + version.table().path();
  }

  private TableVersion insert(TableVersion version) {
    try {
      versions.insert(version);
    } catch (DuplicateKeyException another) {
      throw Refusal.of(Kind.CONFLICT, "table.underWay", version.number());
    }
    news.tell(Change.TABLE_CHANGE_STAGED, subject(version), null, TableStep.of(version));
    return version;
  }

  private void requireWellFormed(TableName table, TableText text) {
    try {
      house.with(table, text);
    } catch (MalformedTable malformed) {
      throw Refusal.invalid(
          malformed.faults().stream().map(fault -> new Fault("/text", fault.sentence())).toList());
    }
  }

  private static void requireRemark(String remark) {
    if (remark.isBlank()) {
      throw Refusal.invalid(List.of(Fault.at("/remark", "table.remark")));
    }
    requireShort(remark);
  }

  private static void requireShort(String text) {
    if (text.length() > LONGEST_REMARK || text.indexOf('\0') >= 0) {
      throw Refusal.invalid(List.of(Fault.at("/remark", "field.size", 1, LONGEST_REMARK)));
    }
  }

  private static void requireDone(boolean done, int number) {
    if (!done) {
      throw Refusal.of(Kind.CONFLICT, "table.overtaken", number);
    }
  }

  private Act act(Account account) {
    return new Act(account.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
