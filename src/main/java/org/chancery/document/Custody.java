package org.chancery.document;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Bodies;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.CaseChanged.Change;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of paper originals: which there are of a case, who has each since when, and what was
 * done with them. Each act is recorded in the name of the account that is logged in, checked
 * against its rights, and published as {@link CaseChanged} in its own transaction.
 */
@Component
@Transactional
public class Custody {

  private final CustodyTable table;
  private final Instruments instruments;
  private final Keepers keepers;
  private final Accounts accounts;
  private final Bodies bodies;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  Custody(
      CustodyTable table,
      Instruments instruments,
      Keepers keepers,
      Accounts accounts,
      Bodies bodies,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.table = table;
    this.instruments = instruments;
    this.keepers = keepers;
    this.accounts = accounts;
    this.bodies = bodies;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * The originals of the case, by number.
   *
   * @throws Refusal when there is no such case that the account may see
   */
  @Transactional(readOnly = true)
  public List<Original> of(Reference reference) {
    return of(instruments.get(reference));
  }

  /** The originals of a case that the account may see, by number. */
  @Transactional(readOnly = true)
  public List<Original> of(CaseFile file) {
    return Original.all(table.of(file.reference()));
  }

  /** Whether the current account may enter another original that it has. */
  @Transactional(readOnly = true)
  public boolean mayRegister(CaseFile file) {
    return keepers.mayRegister(accounts.current(), file, null);
  }

  /** Whether the current account may hand the original over now. */
  public boolean mayHandOver(Original original) {
    return original.underWay() == null && keepers.mayHandOver(accounts.current(), original);
  }

  /** Whether the current account may confirm or refuse the receipt of the original now. */
  public boolean mayAnswer(Original original) {
    return keepers.mayAnswer(accounts.current(), original);
  }

  /**
   * Records what was done with an original; answers how it stands then.
   *
   * @throws Refusal when there is no such case that the account may see, when the account may not,
   *     when somebody else was first, or when it does not fit
   */
  public Original record(Reference reference, NewCustodyAct said) {
    return record(
        reference, said, (file, handling) -> keepers.require(accounts.current(), file, handling));
  }

  /** Records what follows from an event of the case, which somebody was allowed to record. */
  Original follow(Reference reference, NewCustodyAct said) {
    return record(reference, said, (file, handling) -> {});
  }

  private Original record(
      Reference reference, NewCustodyAct said, BiConsumer<CaseFile, Handling> isAllowed) {
    instruments.get(reference);
    Instant at = now();
    CaseFile file = instruments.touch(reference, at);
    List<CustodyAct> before = table.of(reference);
    Handling handling = new Handling(file, before, said);
    handling.requireTurn();
    isAllowed.accept(file, handling);
    handling.check(instruments.today(), this::isKnown);
    return append(reference, before, said, handling, at);
  }

  private Original append(
      Reference reference,
      List<CustodyAct> before,
      NewCustodyAct said,
      Handling handling,
      Instant at) {
    Account account = accounts.current();
    CustodyAct act =
        said.numbered(
            before.size() + 1,
            handling.number(),
            handling.giver(),
            handling.answered(),
            Keepers.bodyOf(account),
            account,
            at);
    table.insert(reference, act);
    involve(reference, act.holder());
    publish(reference, handling.corrected(), act, account);
    return Original.all(table.of(reference)).stream()
        .filter(each -> each.number() == act.original())
        .findFirst()
        .orElseThrow();
  }

  /** Who has an original, or is to have it, sees the case. */
  private void involve(Reference reference, @Nullable Holder holder) {
    Optional.ofNullable(holder)
        .map(Holder::body)
        .filter(bodies::contains)
        .ifPresent(body -> instruments.involve(reference, body));
  }

  private boolean isKnown(Holder holder) {
    return holder.body() == null
        || holder.equals(Holder.REGISTRY)
        || bodies.contains(holder.body());
  }

  private void publish(
      Reference reference, @Nullable CustodyAct corrected, CustodyAct act, Account account) {
    Change change = corrected == null ? act.kind().change() : Change.CUSTODY_CORRECTED;
    publisher.publishEvent(
        new CaseChanged(reference, change, corrected, act, account, act.recordedAt()));
  }

  /** The present instant as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
